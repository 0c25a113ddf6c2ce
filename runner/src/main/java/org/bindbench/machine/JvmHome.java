package org.bindbench.machine;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bindbench.model.JvmFacts;

/** Tells from a path alone whether it is the home of a JVM that can run workers. */
final class JvmHome {
  /** Where the home is within a folder of macOS. */
  static final String MAC = "Contents/Home";

  private static final int OLDEST = 17;

  private JvmHome() {}

  /** Looks at one path and says what it is; never fails. */
  static Candidate inspect(String text, String source) {
    Path path;
    try {
      path = Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return new Candidate.Refused(Path.of(""), source, "is no path: " + e.getReason());
    }
    Path home = path;
    try {
      home = homeOf(path.toRealPath());
      if (!hasLauncher(home)) {
        return new Candidate.Refused(home, source, "has no executable bin/java");
      }
    } catch (IOException e) {
      return new Candidate.Refused(
          home, source, Files.exists(path) ? "cannot be read" : "does not exist");
    }
    return judge(home, source);
  }

  private static Candidate judge(Path home, String source) {
    ReleaseFile release;
    try {
      release = ReleaseFile.read(home);
    } catch (FileSystemException e) {
      return new Candidate.Refused(
          home, source, "has no readable file 'release', so its version is unknown");
    } catch (IOException e) {
      return new Candidate.Refused(home, source, "has a file 'release' that cannot be read");
    }
    String version = release.version();
    try {
      if (version.startsWith("1.") || Runtime.Version.parse(version).feature() < OLDEST) {
        return new Candidate.Refused(
            home, source, "is Java " + version + ", and workers need Java " + OLDEST + " or later");
      }
    } catch (IllegalArgumentException e) {
      return new Candidate.Refused(
          home, source, "has a file 'release' without a JAVA_VERSION that can be understood");
    }
    return new Candidate.Usable(
        new JvmFacts(home, version, release.vendor(), release.vmName(home)), source);
  }

  /** The home that a real path means: itself, or the folder around {@code bin/java}. */
  private static Path homeOf(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.getParent();
    if (folder != null && folder.endsWith("bin")) {
      Path parent = folder.getParent();
      if (parent != null) return parent;
    }
    Path mac = path.resolve(MAC);
    return !hasLauncher(path) && hasLauncher(mac) ? mac : path;
  }

  /** Whether a folder has a {@code java} command that can be started. */
  static boolean hasLauncher(Path home) {
    Path java = new JvmFacts(home, "", "", "").java();
    return Files.isRegularFile(java) && Files.isExecutable(java);
  }
}
