package org.bindbench.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.Language;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuitesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import bindbench",
        "x = 1\nfrom bindbench import case, main\n",
        "local bench = require \"bindbench\"",
        "local bench = require('bindbench')"
      })
  void aFileThatUsesTheGuestLibraryIsASuite(String text) throws IOException {
    assertThat(Suites.isSuite(file("a.txt", text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"print('bindbench')", "# import bindbench", "import bindbench_other\n", ""})
  void anyOtherIsAPlainScript(String text) throws IOException {
    assertThat(Suites.isSuite(file("a.txt", text))).isFalse();
  }

  @Test
  void aMissingFileAndOneOfAnotherLanguageAreToldInOneSentence() throws IOException {
    Path lua = file("a.lua", "");
    assertThatThrownBy(() -> Suites.named(List.of(folder.resolve("no.py")), Language.PYTHON))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no.py");
    assertThatThrownBy(() -> Suites.named(List.of(lua), Language.PYTHON))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("a.lua")
        .hasMessageContaining(".py");
  }

  @Test
  void aFileNamedTwiceIsOneAndTwoOfOneNameAreRefused() throws IOException {
    Path one = file("app.py", "");
    Files.createDirectories(folder.resolve("v2"));
    Path two = file("v2/app.py", "");
    assertThat(Suites.named(List.of(one, one), Language.PYTHON)).containsExactly(one);
    assertThatThrownBy(() -> Suites.named(List.of(one, two), Language.PYTHON))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(one + " and " + two)
        .hasMessageContaining("same name");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
