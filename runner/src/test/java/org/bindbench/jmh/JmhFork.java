package org.bindbench.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import org.bindbench.analysis.Summaries;

/**
 * One fork of JMH's, as its JSON result tells of it.
 *
 * @param operationsPerSecond the median of its iterations, like a fork of ours
 */
record JmhFork(double operationsPerSecond) {
  /**
   * Reads an average time in ns per call of {@code params.operations} operations each.
   *
   * @throws IllegalArgumentException where the document is anything else
   */
  static JmhFork of(JsonNode document) {
    JsonNode benchmark = document.path(0);
    JsonNode metric = benchmark.path("primaryMetric");
    JsonNode forks = metric.path("rawData");
    double operations = benchmark.at("/params/operations").asDouble();
    if (document.size() != 1
        || forks.size() != 1
        || forks.path(0).isEmpty()
        || !benchmark.path("mode").asText().equals("avgt")
        || !metric.path("scoreUnit").asText().equals("ns/op")
        || !(operations > 0))
      throw new IllegalArgumentException(
          "JMH's result is not one fork's average time in ns/op with a parameter operations: "
              + document);
    double[] rates =
        forks
            .path(0)
            .valueStream()
            .mapToDouble(nanosPerCall -> operations * 1e9 / nanosPerCall.asDouble())
            .toArray();
    return new JmhFork(Summaries.quantile(rates, 0.5));
  }
}
