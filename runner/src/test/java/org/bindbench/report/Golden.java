package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a text to a file of the test resources. With {@code -Dgolden.update=true} the file is
 * written instead and the test fails, so that the switch cannot be left on.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("runner/src/test/resources/golden");

  private Golden() {}

  /** Compares the text with the file of that name. */
  public static void assertMatches(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
      throw new AssertionError(file + " was updated: look at it, then run without golden.update");
    }
    String expected = Files.readString(file).replace("\r\n", "\n");
    assertThat(text)
        .as("differs from %s; -Dgolden.update=true rewrites it", file)
        .isEqualTo(expected);
  }
}
