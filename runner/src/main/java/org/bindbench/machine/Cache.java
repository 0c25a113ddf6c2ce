package org.bindbench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.UsageException;

/**
 * The folder the program keeps between runs: its unpacked bundle and what engines unpack. It may be
 * deleted at any time between runs; what is in it carries its version in its name.
 */
public final class Cache {
  /** The variable that says where the folder is. */
  public static final String VARIABLE = "BINDBENCH_CACHE";

  private static final String NAME = "bindbench";

  private final Path path;
  private final String fallback;

  private Cache(Path path, String fallback) {
    this.path = path;
    this.fallback = fallback;
  }

  /** The folder, which exists and can be written. */
  public Path path() {
    return path;
  }

  /** Why the folder is not where it usually is; empty where it is. */
  public Optional<String> fallback() {
    return fallback.isEmpty() ? Optional.empty() : Optional.of(fallback);
  }

  /** A folder of the given name in the cache, made where it is missing. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in the cache", e);
    }
  }

  /**
   * Opens the first of these that a file can be written in: {@value #VARIABLE}; {@code bindbench}
   * in the user's cache folder; a private folder among the temporary files.
   *
   * @throws UsageException with exit code 78 where none can
   */
  public static Cache open(Surroundings surroundings) {
    List<String> reasons = new ArrayList<>();
    String wanted = surroundings.variable(VARIABLE);
    Path first;
    try {
      first = wanted.isEmpty() ? usual(surroundings) : Path.of(wanted).toAbsolutePath();
      Files.createDirectories(first);
      probe(first);
      return new Cache(first, "");
    } catch (IOException | InvalidPathException e) {
      reasons.add((wanted.isEmpty() ? "" : VARIABLE + ": ") + reason(e));
    }
    try {
      Path temporary = privateFolder(surroundings);
      probe(temporary);
      return new Cache(temporary, String.join("; ", reasons));
    } catch (IOException | InvalidPathException e) {
      reasons.add(reason(e));
    }
    throw new UsageException(
        "No folder can be written to keep files in ("
            + String.join("; ", reasons)
            + "): name one with "
            + VARIABLE
            + ".",
        78);
  }

  private static Path usual(Surroundings surroundings) {
    if (surroundings.isWindows()) {
      String local = surroundings.variable("LOCALAPPDATA");
      return local.isEmpty()
          ? surroundings.home().resolve("AppData").resolve("Local").resolve(NAME)
          : Path.of(local, NAME);
    }
    String xdg = surroundings.variable("XDG_CACHE_HOME");
    if (!xdg.isEmpty() && Path.of(xdg).isAbsolute()) { // a relative one is to be ignored
      return Path.of(xdg, NAME);
    }
    Path home = surroundings.home().toAbsolutePath();
    return surroundings.isMac()
        ? home.resolve("Library").resolve("Caches").resolve(NAME)
        : home.resolve(".cache").resolve(NAME);
  }

  /** Permission bits do not tell: root ignores them, and a read-only disk has them all. */
  private static void probe(Path folder) throws IOException {
    Files.delete(Files.createTempFile(folder, "probe", ""));
  }

  /**
   * A folder only this user can write, so that nobody else on the machine can plant code in it: a
   * folder of that name that is another's, or open to others, is not used.
   */
  private static Path privateFolder(Surroundings surroundings) throws IOException {
    String name = NAME + "-" + surroundings.user().replaceAll("[^A-Za-z0-9._-]", "_");
    Path folder = surroundings.temporary().toAbsolutePath().resolve(name);
    boolean posix =
        Files.getFileAttributeView(surroundings.temporary(), PosixFileAttributeView.class) != null;
    var owned = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      try {
        return posix ? Files.createDirectory(folder, owned) : Files.createDirectory(folder);
      } catch (FileAlreadyExistsException e) {
        // another process of this user's was faster: judge its folder as any other
      }
    }
    return isOurs(folder, posix)
        ? folder
        : Files.createTempDirectory(surroundings.temporary(), name + "-");
  }

  private static boolean isOurs(Path folder, boolean posix) throws IOException {
    if (!posix) {
      return Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isDirectory();
    }
    PosixFileAttributes attributes =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Path mine = Files.createTempFile(folder.toAbsolutePath().getParent(), "owner", "");
    try {
      return attributes.isDirectory()
          && attributes.owner().equals(Files.getOwner(mine))
          && PosixFilePermissions.toString(attributes.permissions()).endsWith("------");
    } finally {
      Files.delete(mine);
    }
  }

  private static String reason(Exception e) {
    if (e instanceof FileSystemException problem) {
      String detail = Optional.ofNullable(problem.getReason()).orElse(kind(problem));
      return problem.getFile() + ": " + detail;
    }
    return String.valueOf(e.getMessage());
  }

  private static String kind(FileSystemException problem) {
    if (problem instanceof FileAlreadyExistsException) return "is a file, not a folder";
    if (problem instanceof AccessDeniedException) return "access denied";
    if (problem instanceof NoSuchFileException) return "does not exist";
    return problem.getClass().getSimpleName();
  }
}
