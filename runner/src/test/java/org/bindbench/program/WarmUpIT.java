package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a warm-up ends, and what stands beside a rate. */
class WarmUpIT {
  @TempDir Path folder;

  @Test
  void aTrialThatHasItsJvmAloneWarmsUpUntilItHasSettledOrReachedTheCap() {
    JsonNode row =
        call("--set", "levels.quick.warm_up={least: 400ms, most: 8s}", "-f", "1")
            .row("method_call");
    JsonNode fork = row.path("raw").path(0);
    assertThat(fork.path("warm_up_end").asText()).isIn("SETTLED", "CAP");
    assertThat(fork.path("warm_up_s").asDouble()).isBetween(0.4, 16.0);
    assertThat(row.path("metrics").path("warm_up_time").path("value").asDouble())
        .isEqualTo(fork.path("warm_up_s").asDouble());
    assertThat(row.path("metrics").path("ruler_nanos").path("value").asDouble()).isPositive();
    assertThat(row.path("metrics").path("cpu_nanos_per_operation").path("value").asDouble())
        .isPositive();
  }

  @Test
  void anOptionGivesAFixedTime() {
    JsonNode fork = call("-w", "300ms", "-f", "1").row("method_call").path("raw").path(0);
    assertThat(fork.path("warm_up_end").asText()).isEqualTo("FIXED");
    assertThat(fork.path("warm_up_s").asDouble()).isBetween(0.3, 5.0);
  }

  @Test
  void aCompilerThatIsAtWorkKeepsPythonFromBeingCalledSettled() {
    JsonNode fork =
        measured(
                "python",
                "--require-jit",
                "--jvm",
                RunnerJar.jvm(25).home().toString(),
                "--pattern",
                "object_creation",
                "--set",
                "levels.quick.warm_up={least: 400ms, most: 2s}",
                "-f",
                "1")
            .row("object_creation")
            .path("raw")
            .path(0);
    assertThat(fork.path("jit").asBoolean()).isTrue();
    assertThat(fork.path("warm_up_end").asText()).isEqualTo("CAP");
  }

  @Test
  void plantedOperationsAreSaidWhereverTheRateIs() {
    Ended ended = call("-w", "300ms", "-f", "1", "--jvm-args", "-Dbindbench.plant.operations=0.5");
    assertThat(ended.out()).contains("planted +50 %", "too low on purpose");
    assertThat(ended.row("method_call").path("flags").toString()).contains("planted +50 %");
    assertThat(ended.row("method_call").path("caveats").toString())
        .contains("50 % more operations were run than counted");
  }

  private Ended call(String... more) {
    List<String> words = new ArrayList<>(List.of("lua", "-e", "luaj", "--pattern", "method_call"));
    words.addAll(List.of(more));
    return measured(words.toArray(String[]::new));
  }

  private Ended measured(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-r", "300ms", "--set", "levels.quick.rotated=false"));
    return RunnerJar.in(folder).run(all.toArray(String[]::new)).with(0);
  }
}
