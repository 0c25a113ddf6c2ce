package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonReportTest {
  private static final Row CALL =
      new Row(
          new Subject("luaj", "memory_management", "function_call"),
          "own",
          List.of(20e6, 21e6, 22e6, 21.5e6),
          List.of(21e6, 20.5e6, 22e6, 21.3e6),
          OptionalDouble.of(1.004),
          "");
  private static final Row CREATION =
      new Row(
          new Subject("graalpy", "memory_management", "bound_object_creation"),
          "host object",
          List.of(20e6, 20.2e6, 20.1e6),
          List.of(25e6, 25.2e6, 25.1e6),
          OptionalDouble.of(0.31),
          "");
  private static final Row NOTHING =
      new Row(
          new Subject("luajc", "memory_management", "empty_loop"),
          "",
          List.of(),
          List.of(),
          OptionalDouble.empty(),
          "fork 1: ELIMINATED: the work was removed");

  private final ComparisonReport report =
      new ComparisonReport(
          List.of(CALL, CREATION, NOTHING), ForkFiles.MAPPER.createObjectNode().put("seconds", 4));

  @Test
  void theTableHasBothSidesTheirRatioAndWhatFollowsFromIt() {
    assertThat(report.markdown())
        .isEqualTo(
            """
            | case                  | engine               | forks | ours, op/s | JMH, op/s | ours / JMH (95 %)      | by ranks (95 %)        | CV ours | CV JMH | least CPU | verdict             |
            | --------------------- | -------------------- | ----- | ---------- | --------- | ---------------------- | ---------------------- | ------- | ------ | --------- | ------------------- |
            | function_call         | luaj                 | 4 / 4 | 21.1 M     | 21.2 M    | 0.996 (0.935 to 1.061) | 1.000 (0.909 to 1.073) | 4.0 %   | 3.0 %  | 1.00      | within 0.95 to 1.05 |
            | bound_object_creation | graalpy, host object | 3 / 3 | 20.1 M     | 25.1 M    | 0.801 (0.792 to 0.809) | -                      | 0.5 %   | 0.4 %  | 0.31      | outside             |
            | empty_loop            | luajc                | 0 / 0 | -          | -         | -                      | -                      | -       | -      | -         | no figure           |

            1 of 3 rows lie within 0.95 to 1.05; in 0 more the interval contains 1 and reaches less than 15 % beyond the ratio; in 0 more the sides agree in their plateaus; 1 have no figure.

            - luajc empty_loop: fork 1: ELIMINATED: the work was removed
            """);
  }

  @Test
  void theDataHaveEveryForkAndNullForWhatDoesNotExist() {
    JsonNode document = report.json();

    assertThat(document.at("/settings/seconds").asInt()).isEqualTo(4);
    assertThat(document.at("/rows/0/bindbench_operations_per_second/2").asDouble()).isEqualTo(22e6);
    assertThat(document.at("/rows/1/ratio").asDouble()).isCloseTo(20.1 / 25.1, within(1e-4));
    assertThat(document.at("/rows/1/verdict").asText()).isEqualTo("OUTSIDE");
    assertThat(document.at("/rows/2/ratio").isNull()).isTrue();
    assertThat(document.at("/rows/1/least_cpu_per_wall").asDouble()).isEqualTo(0.31);
    assertThat(document.at("/rows/2/least_cpu_per_wall").isNull()).isTrue();
    assertThat(document.at("/rows/2/low").isNull()).isTrue();
    assertThat(document.at("/rows/2/jmh_cv").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.50",
    "9.996, 10.0",
    "99.96, 100",
    "999.6, 1.00 k",
    "21500, 21.5 k",
    "3.76e9, 3.76 G"
  })
  void ratesHaveThreeDigits(double perSecond, String text) {
    assertThat(ComparisonReport.rate(OptionalDouble.of(perSecond))).isEqualTo(text);
  }

  @Test
  void belowTwoForksThereIsNoSpreadAndBelowThreeNoInterval() {
    Row two =
        new Row(CALL.subject(), "own", List.of(1.0, 2.0), List.of(1.0), OptionalDouble.empty(), "");
    assertThat(Row.cv(two.ours())).hasValueCloseTo(Math.sqrt(0.5) / 1.5, within(1e-12));
    assertThat(Row.cv(two.jmh())).isEmpty();
    assertThat(two.interval()).isEmpty();
    assertThat(two.ratio())
        .hasValueSatisfying(ratio -> assertThat(ratio).isCloseTo(Math.sqrt(2), within(1e-12)));
  }
}
