package org.bindbench.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Versions fixed when the program was built; the engines' own version calls do not tell them.
 *
 * @param bindbench this program
 * @param graalpy GraalPy, Truffle and the polyglot interface
 * @param compiler GraalPy's compiler
 * @param luaj LuaJ
 */
public record Versions(String bindbench, String graalpy, String compiler, String luaj) {

  /** The versions of this build. */
  public static Versions current() {
    return Holder.CURRENT;
  }

  private static final class Holder {
    static final Versions CURRENT = read();
  }

  private static Versions read() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("/bindbench.properties")) {
      if (in == null) throw new IllegalStateException("bindbench.properties is not in the build");
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read bindbench.properties", e);
    }
    return new Versions(
        properties.getProperty("version"),
        properties.getProperty("graalpy"),
        properties.getProperty("compiler"),
        properties.getProperty("luaj"));
  }
}
