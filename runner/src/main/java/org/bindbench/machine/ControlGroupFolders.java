package org.bindbench.machine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the folders that hold this process's control groups, its own first, then those above. */
final class ControlGroupFolders {
  private ControlGroupFolders() {}

  /**
   * The folders of one controller.
   *
   * @param root folder that holds {@code proc} and {@code sys}
   * @param controller such as {@code memory} for version 1; empty for version 2, which has all in
   *     one
   */
  static List<Path> of(Path root, String controller) {
    String group = group(root, controller);
    if (group.isEmpty()) return List.of();
    for (String line : lines(root, "proc/self/mountinfo")) {
      String[] halves = line.split(" - ", 2);
      String[] mount = halves[0].split(" ");
      if (halves.length < 2 || mount.length < 5) continue;
      String[] system = halves[1].split(" ");
      boolean wanted =
          controller.isEmpty()
              ? system[0].equals("cgroup2")
              : system[0].equals("cgroup")
                  && List.of(system[system.length - 1].split(",")).contains(controller);
      if (wanted) return upwards(root.resolve(plain(mount[4])), below(group, mount[3]));
    }
    return List.of();
  }

  /** Path of the process's group in its hierarchy, from {@code id:controllers:path}. */
  private static String group(Path root, String controller) {
    for (String line : lines(root, "proc/self/cgroup")) {
      String[] parts = line.split(":", 3);
      if (parts.length == 3 && List.of(parts[1].split(",")).contains(controller)) return parts[2];
    }
    return "";
  }

  /**
   * The group as seen below the mount, whose own root may be a group already, as in a container;
   * with a namespace of its own the group can lie outside and then shows as the mount itself.
   */
  private static String below(String group, String mountRoot) {
    if (mountRoot.equals("/")) return plain(group);
    boolean inside = group.equals(mountRoot) || group.startsWith(mountRoot + "/");
    return inside ? plain(group.substring(mountRoot.length())) : "";
  }

  private static List<Path> upwards(Path mount, String group) {
    List<Path> folders = new ArrayList<>();
    Path folder = mount.resolve(group).normalize();
    while (folder.startsWith(mount) && !folder.equals(mount)) {
      folders.add(folder);
      Path above = folder.getParent();
      if (above == null) break;
      folder = above;
    }
    folders.add(mount);
    return folders;
  }

  private static String plain(String absolute) {
    return absolute.replace("\\040", " ").replaceFirst("^/+", "");
  }

  private static List<String> lines(Path root, String file) {
    return ControlGroup.text(root.resolve(file)).lines().toList();
  }
}
