package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void whatIsPlantedIsFoundAndTheSameCommandGoesOnWhereItEnded() throws IOException {
    Ended first = selfcheck("--runs", "0", "--planted-runs", "1");
    assertThat(first.out()).containsPattern("\\+300 % +rate .* 1 \\(100 %\\)");
    assertThat(files()).singleElement().asString().contains("planted-300-seed-7");

    Ended second = selfcheck("--runs", "1", "--planted-runs", "1");
    assertThat(second.out())
        .containsPattern("\\+300 % +rate .* 1 \\(100 %\\)")
        .contains("over 1 run of the same code against itself");
    assertThat(files())
        .hasSize(2)
        .anySatisfy(file -> assertThat(file.toString()).contains("planted-000-seed-8"));
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
                "500ms",
                "-r",
                "500ms",
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
