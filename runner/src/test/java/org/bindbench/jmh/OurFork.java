package org.bindbench.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One fork of ours, as {@code performance_metrics.json} and the trial that the run stored tell of
 * it.
 *
 * @param style how the case reaches Java
 * @param operationsPerSecond the fork's value
 * @param cpuPerWall CPU time of its process per time measured: below 1 the machine was busy, or the
 *     case waits for its own threads
 * @param operations in each of its measured calls
 * @param answer of {@code run(1000)}
 * @param implementation the engine's own word for how it ran
 * @param iteration length of one iteration
 * @param javaHome the worker's JVM
 * @param jvmOptions the worker's, without the place of its crash log
 */
record OurFork(
    String style,
    double operationsPerSecond,
    double cpuPerWall,
    long operations,
    long answer,
    String implementation,
    Duration iteration,
    Path javaHome,
    List<String> jvmOptions) {
  /** Coercion is left out: how LuaJ's coercion is reached is a choice of ours. */
  private static final Set<String> STYLES = Set.of("own", "host object", "hand binding");

  /** Why the document has no rate of the subject; empty where it has one. */
  static Optional<String> missing(JsonNode document, Subject subject) {
    JsonNode row = row(document, subject);
    if (row.isMissingNode()) return Optional.of("not measured");
    if (row.at("/metrics/rate/forks/0").isNumber()) return Optional.empty();
    return Optional.of(row.path("status").asText() + ": " + row.path("reason").asText());
  }

  /**
   * Reads the subject's only fork.
   *
   * @throws IllegalArgumentException where the document has no rate of the subject
   */
  static OurFork of(JsonNode document, Subject subject) {
    missing(document, subject)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(subject.title() + " has no rate: " + reason);
            });
    JsonNode row = row(document, subject);
    JsonNode fork = row.at("/raw/0");
    JsonNode trial = trial(document, subject);
    JsonNode plan = document.at("/plan/efforts").path(subject.engine());
    return new OurFork(
        row.path("style").asText(),
        row.at("/metrics/rate/forks/0").asDouble(),
        row.at("/metrics/cpu_per_wall/forks/0").asDouble(),
        fork.path("operations").path(fork.path("warm_up").asInt()).asLong(),
        answer(trial),
        trial.at("/worker/implementation").asText(),
        Duration.ofNanos(Math.round(plan.path("iteration_s").asDouble() * 1e9)),
        Path.of(document.at("/environment/worker_jvm/home").asText()),
        jvmOptions(trial));
  }

  private static JsonNode row(JsonNode document, Subject subject) {
    return document
        .path("cases")
        .valueStream()
        .filter(row -> row.path("engine").asText().equals(subject.engine()))
        .filter(row -> row.path("name").asText().equals(subject.name()))
        .filter(row -> STYLES.contains(row.path("style").asText()))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  /** What the run stored of the same fork; its style is told by the name of the constant. */
  private static JsonNode trial(JsonNode document, Subject subject) {
    return document
        .path("trials")
        .valueStream()
        .filter(trial -> trial.at("/spec/id/name").asText().equals(subject.name()))
        .filter(trial -> !trial.at("/spec/style").asText().equals("COERCED"))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static long answer(JsonNode trial) {
    return trial
        .at("/outcome/measures")
        .valueStream()
        .filter(measure -> measure.at("/metric/id").asText().equals("answer"))
        .mapToLong(measure -> measure.path("value").asLong())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the trial has no answer: " + trial));
  }

  private static List<String> jvmOptions(JsonNode trial) {
    return trial
        .at("/worker/jvmOptions")
        .valueStream()
        .map(JsonNode::asText)
        .filter(option -> !option.startsWith("-XX:ErrorFile="))
        .toList();
  }
}
