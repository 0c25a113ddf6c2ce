package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaking points of real engines. */
@Tag("engine")
class LimitsIT {
  @TempDir Path folder;

  @Test
  void theSmallestHeapIsFoundToTheStepAndIndependentSearchesAgree() throws IOException {
    Ended run = limits("--pattern", "smallest_heap").with(0);
    assertThat(run.out()).contains("Breaking points · memory_limits").contains("the next step, ");
    JsonNode found = found();
    assertThat(found.path("sought").asText()).isEqualTo("smallest_heap");
    assertThat(found.path("searches")).hasSize(2);
    assertThat(found.path("step").asDouble()).isLessThanOrEqualTo(0.05);
    assertThat(found.path("spread").asDouble()).isLessThanOrEqualTo(0.10);
    for (JsonNode search : found.path("searches")) {
      double heap = search.path("found").asDouble();
      assertThat(search.path("failed").asDouble()).isLessThan(heap);
      int passes = 0;
      for (JsonNode tried : search.path("tries"))
        if (tried.path("size").asDouble() == heap) {
          assertThat(tried.path("ending").asText()).isEqualTo("completed");
          passes++;
        }
      assertThat(passes).isEqualTo(3);
    }
    assertThat(found.path("rooms")).hasSize(3);
    for (JsonNode room : found.path("rooms")) {
      assertThat(room.path("status").asText()).isEqualTo("COMPLETED");
      assertThat(room.path("heap_bytes").asDouble())
          .isGreaterThan(1.4 * found.path("value").asDouble());
      assertThat(room.path("collector_percent").asDouble()).isBetween(0.0, 100.0);
    }
  }

  @Test
  void moreContextsFitIntoALargerHeap() throws IOException {
    limits("--pattern", "most_contexts", "--heap", "24").with(0);
    double few = found().path("value").asDouble();
    limits("--pattern", "most_contexts", "--heap", "48").with(0);
    assertThat(found().path("value").asDouble()).isGreaterThan(1.5 * few);
  }

  @Test
  void aCaseThatFailsForAnotherReasonIsAnErrorAndNoBreakingPoint() throws IOException {
    Path suite = folder.resolve("broken.lua");
    Files.writeString(
        suite,
        """
        local bench = require "bindbench"
        bench.case("broken", "heap_limit", { unit = "objects" }, function()
          return {
            run = function(n) return n end,
            work = function() return 10 end,
            answer = function() return 11 end,
          }
        end)
        bench.main(arg)
        """);
    Ended run = limits(suite.toString()).with(3);
    assertThat(run.out()).contains("run(10) returned 10").contains("wrong answer");
    assertThat(found().path("value").isNull()).isTrue();
  }

  private Ended limits(String... words) {
    String[] all = new String[words.length + 7];
    System.arraycopy(
        new String[] {"limits", "-e", "luaj", "--repeat", "2", "--seed", "7"}, 0, all, 0, 7);
    System.arraycopy(words, 0, all, 7, words.length);
    return RunnerJar.in(folder).run(all);
  }

  private JsonNode found() throws IOException {
    JsonNode limits =
        new ObjectMapper()
            .readTree(folder.resolve("reports/performance_metrics.json").toFile())
            .path("limits");
    assertThat(limits).hasSize(1);
    return limits.get(0);
  }
}
