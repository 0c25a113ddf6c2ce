package org.bindbench.machine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.bindbench.model.UsageException;
import org.bindbench.model.Versions;

/**
 * The files that must be real ones: the suites of {@code python/} and {@code lua/}, and the jars of
 * {@code compiler/}.
 */
public final class Bundle {
  private final Path path;

  private Bundle(Path path) {
    this.path = path;
  }

  /** The folder that holds {@code python/}, {@code lua/} and {@code compiler/}. */
  public Path path() {
    return path;
  }

  /**
   * Finds the bundle of the program that a class belongs to: in place where it runs from class
   * folders; unpacked into the cache where it runs from a jar. Safe when several processes do it at
   * once; what an earlier one left half done is repaired.
   *
   * @throws UsageException with exit code 78 where it cannot be unpacked
   */
  public static Bundle locate(Class<?> anchor, Cache cache) {
    Path origin = originOf(anchor);
    if (Files.isDirectory(origin)) {
      Path folder = origin.resolve(BundleJar.PREFIX);
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            folder + " is missing: build with ./mvnw process-resources");
      }
      return new Bundle(folder);
    }
    return unpack(origin, Versions.current().bindbench(), cache);
  }

  /** The bundle of a jar, unpacked into the cache. */
  static Bundle unpack(Path jar, String version, Cache cache) {
    try (BundleJar source = BundleJar.open(jar)) {
      return new Bundle(new Unpacking(source, cache.path(), version).folder());
    } catch (IOException e) {
      throw new UsageException(
          "Cannot unpack "
              + jar
              + " into "
              + cache.path()
              + ": "
              + e.getMessage()
              + "; free some space there, or name another folder with "
              + Cache.VARIABLE
              + ".",
          78);
    }
  }

  private static Path originOf(Class<?> anchor) {
    CodeSource source = anchor.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw new IllegalStateException(anchor + " does not say where it was loaded from");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a place of files: " + source.getLocation(), e);
    }
  }
}
