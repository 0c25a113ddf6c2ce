package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenSuiteIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "lua, faults/syntax_error.lua, ':6', \"')' expected (to close '(' at line 4)\"",
    "python, faults/syntax_error.py, ':4', SyntaxError: '(' was never closed"
  })
  void aSuiteThatDoesNotLoadIsARowWithItsPlace(
      String command, String name, String line, String reason) {
    String suite = RunnerJar.resource(name);
    Ended ended = RunnerJar.in(folder).run(command, suite).with(3);
    assertThat(ended.rows())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.path("status").asText()).isEqualTo("SCRIPT_FAILED");
              assertThat(row.path("location").asText()).startsWith(suite + line);
              assertThat(row.path("reason").asText()).startsWith(reason.replace("\"", ""));
            });
  }

  @Test
  void listingSaysWhichSuiteDoesNotLoad() {
    String suite = RunnerJar.resource("faults/syntax_error.lua");
    Ended ended = RunnerJar.in(folder).run("list", suite).with(3);
    assertThat(ended.err()).contains(suite + " does not load: ')' expected");
  }
}
