package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons whose right answer is known, and going on where they were ended. */
class SelfcheckIT {
  @TempDir Path folder;

  /**
   * Bytes are counted, so what was planted shows in them however busy the machine is; what is
   * compiled by then may leave some out.
   */
  @Test
  void whatIsPlantedIsInTheFiguresAndTheSameCommandGoesOnWhereItEnded() throws IOException {
    Ended first = selfcheck("--runs", "0", "--planted-runs", "1");
    assertThat(first.out())
        .contains("Self-check: 1 run, 3 forks a side")
        .containsPattern("\\+300 % +allocated_bytes")
        .contains("The same code was not compared with itself yet.");
    assertThat(folder.resolve("reports/selfcheck/selfcheck.md"))
        .content()
        .contains("Self-check")
        .contains("| +300 % | allocated\\_bytes |");
    assertThat(files()).singleElement().asString().contains("planted-300-seed-7");
    assertThat(allocated(files().get(0))).isBetween(3.4, 4.6);

    Ended second = selfcheck("--runs", "1", "--planted-runs", "1");
    assertThat(second.out()).contains("over 1 run of the same code against itself");
    assertThat(files()).hasSize(2).first().asString().contains("planted-000-seed-8");
    assertThat(allocated(files().get(0))).isBetween(0.8, 1.25);

    assertThat(selfcheck("--runs", "1", "--planted-runs", "1").out()).isEqualTo(second.out());
    assertThat(files()).hasSize(2);
  }

  @Test
  void aListNamesWhatARunWouldCompareAndRunsNothing() {
    assertThat(selfcheck("--list").out()).contains("memory_management.object_creation");
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  /** Allocated bytes per operation of the head over those of the base, in the first fork. */
  private static double allocated(Path file) throws IOException {
    for (JsonNode finding : new ObjectMapper().readTree(file.toFile()).path("findings"))
      if (finding.path("metric").path("id").asText().equals("allocated_bytes"))
        return finding.at("/first/head/0").asDouble() / finding.at("/first/base/0").asDouble();
    throw new AssertionError("no finding of allocated bytes in " + file);
  }

  private Ended selfcheck(String... counts) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "selfcheck",
                "-e",
                "luaj",
                "--pattern",
                "object_creation",
                "-f",
                "3",
                "-w",
                "300ms",
                "-r",
                "300ms",
                "--planted",
                "3",
                "--seed",
                "7"));
    words.addAll(List.of(counts));
    return RunnerJar.in(folder).run(words.toArray(String[]::new)).with(0);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("reports/selfcheck"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
