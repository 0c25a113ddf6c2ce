package org.bindbench.machine;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bindbench.model.JvmFacts;
import org.jspecify.annotations.Nullable;

/**
 * Where the program runs: everything that {@link JvmFinder} and {@link Cache} read from outside.
 *
 * @param environment the environment variables
 * @param home the user's home, which may be missing, unreadable or no folder at all
 * @param jvmFolders system folders whose children are homes of JVMs, in order of preference
 * @param running the JVM this process runs on
 * @param osName value of the system property {@code os.name}
 * @param temporary folder for temporary files
 * @param user the user's name
 */
public record Surroundings(
    Map<String, String> environment,
    Path home,
    List<Path> jvmFolders,
    JvmFacts running,
    String osName,
    Path temporary,
    String user) {
  public Surroundings {
    environment = Map.copyOf(environment);
    jvmFolders = List.copyOf(jvmFolders);
  }

  /** The surroundings of this process. */
  public static Surroundings ofThisProcess() {
    String osName = property("os.name");
    return new Surroundings(
        System.getenv(),
        homeOf(System.getenv("HOME"), property("user.home")),
        systemFolders(osName, System.getenv()),
        runningJvm(),
        osName,
        Path.of(property("java.io.tmpdir")),
        property("user.name"));
  }

  /** Value of an environment variable; empty where it is not set or blank. */
  public String variable(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  /** Whether this is Windows. */
  public boolean isWindows() {
    return osName.startsWith("Windows");
  }

  /** Whether this is macOS. */
  public boolean isMac() {
    return osName.startsWith("Mac");
  }

  /**
   * The home as other programs see it. Java asks the user database instead, which in a container
   * may not know the user and says "?"; what is no absolute path becomes one that nothing can be
   * kept in.
   */
  static Path homeOf(@Nullable String variable, String property) {
    for (String text : List.of(Objects.requireNonNullElse(variable, ""), property)) {
      try {
        if (Path.of(text).isAbsolute()) return Path.of(text);
      } catch (InvalidPathException e) {
        continue; // a name no file system knows is no home
      }
    }
    return Path.of("/dev/null");
  }

  private static JvmFacts runningJvm() {
    return new JvmFacts(
        Path.of(property("java.home")),
        ReleaseFile.plainVersion(property("java.version")),
        ReleaseFile.vendor(property("java.vendor.version"), property("java.vendor")),
        ReleaseFile.vmName(property("java.vm.name")));
  }

  private static List<Path> systemFolders(String osName, Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    if (osName.startsWith("Windows")) {
      Path programs = Path.of(environment.getOrDefault("ProgramFiles", "C:\\Program Files"));
      for (String maker :
          List.of(
              "Eclipse Adoptium",
              "Java",
              "Amazon Corretto",
              "Microsoft",
              "Zulu",
              "BellSoft",
              "Semeru")) {
        folders.add(programs.resolve(maker));
      }
    } else if (osName.startsWith("Mac")) {
      folders.add(Path.of("/Library/Java/JavaVirtualMachines"));
      folders.add(Path.of("/opt/homebrew/opt"));
      folders.add(Path.of("/usr/local/opt"));
    } else {
      for (String folder : List.of("/usr/lib/jvm", "/usr/lib64/jvm", "/usr/java", "/opt")) {
        folders.add(Path.of(folder));
      }
    }
    return folders;
  }

  private static String property(String name) {
    return System.getProperty(name, "");
  }
}
