package org.bindbench.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run set out to do.
 *
 * @param level {@code quick} or {@code comprehensive}
 * @param command the words after {@code runner.jar}
 * @param efforts effort by engine id
 * @param seed seed of the order of trials
 * @param trials number of trials
 * @param estimated expected time
 */
public record Plan(
    String level,
    List<String> command,
    Map<String, Effort> efforts,
    long seed,
    int trials,
    Duration estimated) {
  public Plan {
    command = List.copyOf(command);
    efforts = Map.copyOf(efforts);
  }
}
