package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhForkTest {
  /** What JMH 1.37 writes, without the keys that nobody reads. */
  private static final String RESULT =
      """
      [{
        "jmhVersion": "1.37",
        "benchmark": "org.bindbench.jmh.LuaBenchmark.run",
        "mode": "avgt",
        "forks": 1,
        "params": {"name": "function_call", "operations": "400000"},
        "primaryMetric": {
          "score": 2.0E7,
          "scoreError": "NaN",
          "scoreUnit": "ns/op",
          "rawData": [[2.0E7, 1.6E7, 4.0E7]]
        }
      }]
      """;

  @Test
  void aForkIsTheMedianRateOfItsIterations() throws JsonProcessingException {
    assertThat(read(RESULT).operationsPerSecond()).isCloseTo(20e6, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"avgt\"       | \"thrpt\"",
        "ns/op          | us/op",
        "[[2.0E7, 1.6E7, 4.0E7]] | [[2.0E7], [1.6E7]]",
        "[[2.0E7, 1.6E7, 4.0E7]] | [[]]",
        "\"operations\": \"400000\" | \"operations\": \"0\"",
        "\"operations\" | \"count\""
      })
  void anythingElseThanOneForksTimePerCallIsRefused(String part, String other) {
    assertThat(RESULT).contains(part);
    assertThatThrownBy(() -> read(RESULT.replace(part, other)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JMH's result is not one fork's average time");
  }

  private static JmhFork read(String text) throws JsonProcessingException {
    return JmhFork.of(ForkFiles.MAPPER.readTree(text));
  }
}
