package org.bindbench.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.change.Change;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.analysis.selfcheck.Finding;
import org.bindbench.model.UsageException;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedRunJsonTest {
  private static final Metric RATE = Metrics.rate("calls");
  private static final Sides SIDES = new Sides(List.of(1.5, 1.6, 1.7), List.of(1.1, 1.2, 1.3));
  private static final CheckedRun RUN =
      new CheckedRun(
          42,
          0.2,
          3,
          Instant.parse("2026-11-25T03:00:00Z"),
          Duration.ofSeconds(90),
          List.of(
              new Finding(
                  "s.c · luaj",
                  RATE,
                  0.2,
                  4,
                  SIDES,
                  Optional.of(SIDES),
                  Verdict.WORSE,
                  Change.of(RATE, SIDES),
                  Double.NaN,
                  "",
                  List.of("unsteady"))));

  @TempDir Path folder;

  @Test
  void whatWasStoredIsReadAgain() throws Exception {
    Files.write(folder.resolve(CheckedRunJson.fileName(RUN)), CheckedRunJson.write(RUN));
    Files.writeString(folder.resolve("notes.txt"), "not a run");
    assertThat(CheckedRunJson.read(folder)).containsExactly(RUN);
  }

  @Test
  void theNameOfTheFileTellsRunsApart() {
    assertThat(CheckedRunJson.fileName(RUN)).isEqualTo("planted-020-seed-42.json");
  }

  @Test
  void aFolderThatIsNotThereHasNoRuns() {
    assertThat(CheckedRunJson.read(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aFileThatIsNoRunIsNamed() throws Exception {
    Files.writeString(folder.resolve("planted-000-seed-1.json"), "{\"seed\": 1");
    assertThatThrownBy(() -> CheckedRunJson.read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("planted-000-seed-1.json is no run of a self-check");
  }
}
