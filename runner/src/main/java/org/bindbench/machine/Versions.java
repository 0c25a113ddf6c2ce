package org.bindbench.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What this build is made of, from the class path resource {@code bindbench.properties}.
 *
 * @param bindbench version of this program
 * @param graalpy version of GraalPy and of the polyglot API
 * @param compiler version of the compiler that makes GraalPy fast
 * @param luaj version of LuaJ
 */
public record Versions(String bindbench, String graalpy, String compiler, String luaj) {
  private static final String RESOURCE = "/bindbench.properties";

  /** The versions of the running build; a build without the resource is broken and says so. */
  public static Versions read() {
    try (InputStream stream = Versions.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the class path has no resource " + RESOURCE);
      }
      Properties properties = new Properties();
      properties.load(stream);
      return new Versions(
          required(properties, "version"),
          required(properties, "graalpy"),
          required(properties, "compiler"),
          required(properties, "luaj"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }

  private static String required(Properties properties, String key) {
    String value = properties.getProperty(key, "");
    if (value.isBlank()) throw new IllegalStateException(RESOURCE + " has no value for " + key);
    return value;
  }
}
