package org.bindbench.machine.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The git work tree that a folder lies in, read from its files: git need not be installed. The
 * layout is that of gitrepository-layout(5): a {@code .git} folder, or a file that names one, as in
 * linked work trees and submodules; references as files or in {@code packed-refs}.
 */
public final class WorkTree {
  private static final String HASH = "[0-9a-f]{40}|[0-9a-f]{64}";
  private static final String REFERENCE = "ref: ";
  private static final String BRANCHES = "refs/heads/";
  private static final long LONGEST_FILE = 4096;

  private final Path folder;
  private final Path own;
  private final Path common;

  private WorkTree(Path folder, Path own, Path common) {
    this.folder = folder;
    this.own = own;
    this.common = common;
  }

  /**
   * What is checked out.
   *
   * @param branch without {@code refs/heads/}; empty where none is
   */
  public record Head(String hash, String branch) {}

  /** The work tree around that folder; empty where it lies in none. */
  public static Optional<WorkTree> around(Path folder) {
    for (Path place = folder.toAbsolutePath().normalize();
        place != null;
        place = place.getParent()) {
      Path git = place.resolve(".git");
      if (Files.isDirectory(git)) return Optional.of(new WorkTree(place, git, common(git)));
      if (Files.isRegularFile(git)) {
        Path root = place;
        return line(git)
            .filter(line -> line.startsWith("gitdir: "))
            .flatMap(line -> below(root, line.substring("gitdir: ".length())))
            .map(named -> new WorkTree(root, named, common(named)));
      }
    }
    return Optional.empty();
  }

  /** Its topmost folder. */
  public Path folder() {
    return folder;
  }

  /** The commit that is checked out; empty before the first one, or where it cannot be read. */
  public Optional<Head> head() {
    Optional<String> head = line(own.resolve("HEAD"));
    if (head.isEmpty()) return Optional.empty();
    if (!head.get().startsWith(REFERENCE))
      return head.filter(hash -> hash.matches(HASH)).map(hash -> new Head(hash, ""));
    String name = head.get().substring(REFERENCE.length());
    String branch = name.startsWith(BRANCHES) ? name.substring(BRANCHES.length()) : name;
    return hash(name).map(hash -> new Head(hash, branch));
  }

  private Optional<String> hash(String reference) {
    return Stream.of(own, common)
        .flatMap(place -> below(place, reference).stream())
        .filter(Files::isRegularFile)
        .flatMap(file -> line(file).stream())
        .filter(line -> line.matches(HASH))
        .findFirst()
        .or(() -> packed(reference));
  }

  private Optional<String> packed(String reference) {
    Path file = common.resolve("packed-refs");
    if (!Files.isRegularFile(file)) return Optional.empty();
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.endsWith(" " + reference))
          .map(line -> line.substring(0, line.length() - reference.length() - 1))
          .filter(hash -> hash.matches(HASH))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty(); // what cannot be read is not known
    }
  }

  private static Path common(Path own) {
    return line(own.resolve("commondir")).flatMap(name -> below(own, name)).orElse(own);
  }

  private static Optional<Path> below(Path place, String name) {
    try {
      return Optional.of(place.resolve(name).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) return Optional.empty();
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.lines().findFirst().map(String::strip);
    } catch (IOException e) {
      return Optional.empty(); // what cannot be read is not known
    }
  }
}
