package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.program.ReadmeCommands.Command;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The new case that docs/writing-cases.md shows in each language works in an empty folder. */
@Tag("readme")
class WritingCasesIT {
  private static final Path PAGE = Path.of("docs/writing-cases.md");

  @TempDir Path folder;

  @Test
  void theCaseOfThePageHasFiguresInBothLanguages() throws Exception {
    Files.createSymbolicLink(folder.resolve("runner.jar"), RunnerJar.jar());
    List<Command> commands = ReadmeCommands.of(Files.readString(PAGE));
    assertThat(commands)
        .extracting(Command::text)
        .anyMatch(text -> text.startsWith("java -jar runner.jar python "))
        .anyMatch(text -> text.startsWith("java -jar runner.jar lua "));
    for (Command command : commands) {
      Ended ended = command.obey(RunnerJar.in(folder));
      assertThat(ended.rows())
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.path("status").asText()).isEqualTo("COMPLETED"))
          .allSatisfy(row -> assertThat(bytes(row)).isPositive());
    }
  }

  private static double bytes(JsonNode row) {
    return row.path("metrics").path("retained_bytes").path("value").asDouble();
  }
}
