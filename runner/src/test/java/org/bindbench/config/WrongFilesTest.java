package org.bindbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of settings that are wrong in one way each, and the sentence that says so: {@code
 * expected.txt} has one per file.
 */
@Tag("fault-24")
class WrongFilesTest {
  private static final Path FOLDER = Path.of("runner/src/test/resources/config/wrong");
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          List.of("graalpy", "graalpy-interpreter", "luaj", "luajc"),
          List.of("json", "markdown", "both"));

  static List<String> expected() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expected.txt"));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void aWrongFileIsAnsweredByOneSentenceThatNamesThePlace(String sentence) {
    Path file = FOLDER.resolve(sentence.substring(0, sentence.indexOf(':')));
    assertThatThrownBy(() -> settings(file))
        .isInstanceOf(UsageException.class)
        .hasMessage(FOLDER + "/" + sentence);
  }

  @Test
  void everyWrongFileHasItsSentence() throws IOException {
    List<String> named =
        expected().stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.endsWith(".yaml")))
          .hasSizeGreaterThan(40)
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @Test
  void allFaultsAreToldAtOnceInTheOrderOfTheirPlaces(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("many.yaml");
    Files.writeString(file, "engines: [nothing]\ngc: 3\nlevel: quick\nlevel: quick\nb: 1\na: *x\n");
    assertThatThrownBy(() -> settings(file))
        .message()
        .satisfies(
            message ->
                assertThat(message.lines().map(line -> line.substring(file.toString().length())))
                    .extracting(line -> line.substring(0, line.indexOf(": ")))
                    .containsExactly(":1:11", ":2:5", ":4:1", ":5:1", ":6:1", ":6:4"));
  }

  @Test
  void thousandsOfFaultsAreCounted(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("endless.yaml");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) text.append("key").append(i).append(": 1\n");
    Files.writeString(file, text);
    assertThatThrownBy(() -> settings(file)).message().endsWith("\n... and 1950 more");
  }

  @Test
  void aFileOfMoreThanAMebibyteIsNotParsed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.yaml");
    Files.writeString(file, "level: quick\n" + "# comment\n".repeat(110_000));
    assertThatThrownBy(() -> settings(file))
        .hasMessage(
            file
                + ":1:1: the file is larger than 1 MiB; expected a file of settings;"
                + " name another file");
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    for (Path file : List.of(folder, folder.resolve("none.yaml")))
      assertThatThrownBy(() -> settings(file))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "There is no readable file " + file + "; give the path of a file of settings.");
  }

  private static Settings settings(Path file) {
    return new Sources(Optional.of(file), List.of(), List.of()).settings(VOCABULARY);
  }
}
