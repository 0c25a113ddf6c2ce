package org.bindbench.worker.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.bindbench.worker.Measurement;

/**
 * A measurement in equal rounds. The first is dropped, for it also pays for what the engine sets up
 * once.
 *
 * @param <R> what a round yields
 */
abstract class Rounds<R> implements Measurement {
  private static final int COUNTED = 3;

  private final List<R> counted = new ArrayList<>();
  private int done;

  /** Does one round; empty where going on makes no sense. */
  abstract Optional<R> round();

  @Override
  public final String next() {
    return done == 0 ? "first round, dropped" : "round " + done + " of " + COUNTED;
  }

  @Override
  public final boolean turn() {
    Optional<R> round = round();
    if (done++ > 0) round.ifPresent(counted::add);
    return round.isPresent() && done <= COUNTED;
  }

  /** The rounds that count, in order. */
  final List<R> counted() {
    return counted;
  }

  /** The median of the counted rounds, whose number is odd. */
  final double median(ToDoubleFunction<R> value) {
    return counted.stream().mapToDouble(value).sorted().toArray()[counted.size() / 2];
  }
}
