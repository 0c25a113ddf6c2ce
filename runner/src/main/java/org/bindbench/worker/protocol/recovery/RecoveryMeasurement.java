package org.bindbench.worker.protocol.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.protocol.Medians;

/** A round that is dropped, three that count, and what comes back unasked where that is seen. */
final class RecoveryMeasurement implements Measurement {
  private static final int COUNTED = 3;

  private final LettingGo way;
  private final Optional<Unasked> unasked;
  private final List<LettingGo.Round> counted = new ArrayList<>();
  private int done;
  private OptionalDouble unaskedPercent = OptionalDouble.empty();

  RecoveryMeasurement(LettingGo way, Optional<Unasked> unasked) {
    this.way = way;
    this.unasked = unasked;
  }

  @Override
  public String next() {
    if (done == 0) return "first round, dropped";
    return done <= COUNTED ? "round " + done + " of " + COUNTED : "letting go without collecting";
  }

  @Override
  public boolean turn() {
    if (done <= COUNTED) {
      LettingGo.Round round = way.round();
      if (done > 0) counted.add(round);
    } else if (unasked.isPresent()) {
      unaskedPercent = unasked.get().freePercent(counted.get(0).takenBytes());
    }
    done++;
    return done <= COUNTED || unasked.isPresent() && done == COUNTED + 1;
  }

  @Override
  public TrialOutcome outcome() {
    if (counted.stream().anyMatch(round -> round.takenBytes() <= 0))
      return new TrialOutcome.Eliminated(
          "the live heap did not grow by the objects that run(n) returned", List.of());
    List<Measure> measures =
        new ArrayList<>(
            List.of(
                new Measure(RecoveryMetrics.RECOVERED, median(LettingGo.Round::freePercent)),
                new Measure(RecoveryMetrics.STABLE_AFTER, median(LettingGo.Round::millis))));
    List<Absent> absent = new ArrayList<>();
    if (unaskedPercent.isPresent())
      measures.add(new Measure(RecoveryMetrics.RECOVERED_UNASKED, unaskedPercent.getAsDouble()));
    else if (unasked.isPresent())
      absent.add(
          new Absent(
              RecoveryMetrics.RECOVERED_UNASKED, "the JVM did not collect often enough by itself"));
    return new TrialOutcome.Completed(measures, absent, List.of());
  }

  private double median(java.util.function.ToDoubleFunction<LettingGo.Round> value) {
    return Medians.of(counted.stream().mapToDouble(value).toArray());
  }
}
