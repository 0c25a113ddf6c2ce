package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that print too much, or what is no figure. */
class ScriptOutputIT {
  private static final long LOG_BYTES = 8L << 20;

  @TempDir Path folder;

  @Test
  @Tag("fault-12")
  void aGigabyteOfOutputEndsAndItsLogIsCapped() throws Exception {
    Ended ended = plain("flood.lua");
    assertThat(ended.row("script").path("status").asText()).isEqualTo("COMPLETED");
    assertThat(ended.files("reports/runs"))
        .filteredOn(file -> file.toString().endsWith("-luaj.log"))
        .anySatisfy(log -> assertThat(Files.size(log)).isGreaterThan(LOG_BYTES))
        .allSatisfy(log -> assertThat(Files.size(log)).isLessThan(LOG_BYTES + 100));
  }

  @Test
  @Tag("fault-14")
  void aClaimThatIsNoFigureIsNoNumberAndSaysWhy() {
    JsonNode row = plain("no_figures.lua").row("script");
    JsonNode metrics = row.path("metrics");
    assertThat(metrics.path("cleanup_efficiency").path("value").asDouble()).isEqualTo(99.5);
    assertThat(metrics.path("creation_rate").path("value").isNumber()).isFalse();
    assertThat(metrics.path("call_rate").path("value").isNumber()).isFalse();
    assertThat(metrics.path("memory_per_object").path("value").isNumber()).isFalse();
    assertThat(row.toString()).contains("NaN").contains("infinite").contains("less than nothing");
  }

  private Ended plain(String script) {
    return RunnerJar.in(folder)
        .run("lua", RunnerJar.resource("faults/" + script), "-e", "luaj", "-f", "1", "-to", "200s")
        .with(0);
  }
}
