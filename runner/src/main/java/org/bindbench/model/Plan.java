package org.bindbench.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a run set out to do.
 *
 * @param level {@code quick} or {@code comprehensive}
 * @param command the words after {@code runner.jar}
 * @param setups names of the JVMs and collectors that are compared; empty where there is but one
 * @param efforts effort by engine id
 * @param seed seed of the order of trials
 * @param trials number of trials
 * @param estimated expected time
 * @param leftOut what the time budget had no room for; empty without one
 * @param added what got more forks than planned, from time that was left of the budget
 */
public record Plan(
    String level,
    List<String> command,
    List<String> setups,
    Map<String, Effort> efforts,
    long seed,
    int trials,
    Duration estimated,
    List<LeftOut> leftOut,
    List<ForksAdded> added) {
  public Plan {
    command = List.copyOf(command);
    setups = List.copyOf(setups);
    efforts = Map.copyOf(efforts);
    leftOut = List.copyOf(leftOut);
    added = List.copyOf(added);
  }

  /** A plan before anything ran. */
  public Plan(
      String level,
      List<String> command,
      List<String> setups,
      Map<String, Effort> efforts,
      long seed,
      int trials,
      Duration estimated,
      List<LeftOut> leftOut) {
    this(level, command, setups, efforts, seed, trials, estimated, leftOut, List.of());
  }

  /** The same plan once it is known what there was no time for, and what the rest went to. */
  public Plan spent(List<LeftOut> leftOut, List<ForksAdded> added) {
    return new Plan(level, command, setups, efforts, seed, trials, estimated, leftOut, added);
  }
}
