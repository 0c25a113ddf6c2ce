package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several collectors in one run, and a run that must fit into a time. */
class SetupsIT {
  @TempDir Path folder;

  @Test
  void everyCollectorIsARowOfItsOwnAndIsCompared() {
    Ended ended =
        RunnerJar.in(folder)
            .run(
                "lua",
                "-e",
                "luaj",
                "--gc",
                "parallel,serial",
                "--pattern",
                "memory_per_object",
                "-f",
                "1")
            .with(0);

    assertThat(ended.rows())
        .extracting(row -> row.path("setup").asText())
        .containsExactly("parallel", "serial");
    assertThat(ended.rows())
        .extracting(row -> row.path("raw").path(0).path("collector").asText())
        .satisfiesExactly(
            parallel -> assertThat(parallel).startsWith("PS "),
            serial -> assertThat(serial).startsWith("Copy"));
    assertThat(ended.out()).contains("luaj, parallel").contains("luaj, serial");
  }

  @Test
  void aTimeBudgetLeavesOutTheLeastImportantRowsAndListsThem() {
    Ended ended =
        RunnerJar.in(folder)
            .run(
                "lua",
                "-e",
                "luaj",
                "-f",
                "3",
                "-w",
                "1s",
                "-r",
                "1s",
                "--level",
                "comprehensive",
                "--time-budget",
                "40s",
                "--pattern",
                "*creation",
                "--pattern",
                "*_call")
            .with(0);

    JsonNode leftOut = ended.metrics().path("plan").path("left_out");
    assertThat(leftOut).isNotEmpty();
    assertThat(ended.metrics().path("run").path("elapsed_s").asDouble()).isLessThan(45);
    assertThat(StreamSupport.stream(leftOut.spliterator(), false))
        .extracting(row -> row.path("row").asText())
        .noneMatch(row -> row.contains("bound_object_creation · luaj · hand binding"));
    assertThat(ended.rows())
        .filteredOn(row -> row.path("name").asText().equals("bound_object_creation"))
        .filteredOn(row -> row.path("style").asText().equals("hand binding"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("raw")).hasSizeGreaterThanOrEqualTo(3));
    assertThat(ended.out()).contains("time budget");
  }

  @Test
  void aTimeBudgetSpendsWhatThePlanLeavesOnMoreForksAndSaysWhere() {
    Ended ended =
        RunnerJar.in(folder)
            .run(
                "lua",
                "-e",
                "luaj",
                "-f",
                "3",
                "-w",
                "200ms",
                "-r",
                "200ms",
                "--level",
                "comprehensive",
                "--time-budget",
                "30s",
                "--pattern",
                "bound_method_call")
            .with(0);

    JsonNode plan = ended.metrics().path("plan");
    assertThat(ended.metrics().path("run").path("elapsed_s").asDouble()).isLessThan(35);
    assertThat(plan.path("added_forks")).isNotEmpty();
    for (JsonNode added : plan.path("added_forks")) {
      assertThat(added.path("planned_forks").asInt()).isEqualTo(3);
      assertThat(ended.rows())
          .filteredOn(row -> title(row).equals(added.path("row").asText()))
          .singleElement()
          .satisfies(
              row -> assertThat(row.path("raw")).hasSize(added.path("measured_forks").asInt()));
    }
    assertThat(ended.err()).contains("for further forks where intervals are widest");
    assertThat(ended.out()).containsPattern("further forks? went where");
  }

  @Test
  void whatGoesOnBeyondTheTimeBudgetIsEndedAndGivesNoFigure() throws Exception {
    Files.writeString(
        folder.resolve("slow.lua"),
        """
        local bench = require "bindbench"
        bench.case("slow", "rate", { unit = "calls" }, function()
          return function(n)
            local start = os.clock()
            while os.clock() - start < 4 do end
            return n
          end
        end)
        bench.main(arg)
        """);
    Ended ended =
        RunnerJar.in(folder)
            .run(
                "lua",
                "slow.lua",
                "-e",
                "luaj",
                "-f",
                "3",
                "-w",
                "100ms",
                "-r",
                "100ms",
                "--time-budget",
                "13s")
            .with(0);

    assertThat(ended.metrics().path("run").path("elapsed_s").asDouble()).isBetween(10.0, 18.0);
    assertThat(ended.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.path("status").asText()).isEqualTo("SKIPPED");
              assertThat(row.path("reason").asText())
                  .startsWith("the time budget was spent in the middle of this");
              assertThat(row.path("metrics")).isEmpty();
            });
  }

  private static String title(JsonNode row) {
    return "%s · %s · %s"
        .formatted(
            row.path("case").asText(), row.path("engine").asText(), row.path("style").asText());
  }
}
