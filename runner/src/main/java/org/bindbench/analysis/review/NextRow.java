package org.bindbench.analysis.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Elimination;
import org.bindbench.analysis.Importance;
import org.bindbench.analysis.precision.NextFork;
import org.bindbench.analysis.precision.Resolution;
import org.bindbench.analysis.precision.Spread;
import org.bindbench.model.FurtherFork;
import org.bindbench.model.Plan;
import org.bindbench.model.Role;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;

/**
 * Where the next fork goes while a run goes on. Rows take part by the figure that they are compared
 * by, a rate or retained bytes. Others do not: those with a fork that failed, for what failed may
 * fail again; inlined ones, of which no winner is named; and controls, which are not compared.
 */
public final class NextRow {
  private final Plan plan;

  /** A trial's figure is found once: judging its readings takes milliseconds. */
  private final Map<TrialRecord, Optional<Double>> figures = new IdentityHashMap<>();

  /** Decides for a run of that plan. */
  public NextRow(Plan plan) {
    this.plan = plan;
  }

  /**
   * The fork that narrows most for its time, see {@link NextFork}.
   *
   * @param trials all that ended so far
   */
  public Optional<FurtherFork> of(
      List<TrialRecord> trials, List<FurtherFork> offers, double secondsLeft) {
    return NextFork.of(offers, spreads(trials), secondsLeft);
  }

  private Map<String, Spread> spreads(List<TrialRecord> trials) {
    Map<String, List<TrialRecord>> rows = new LinkedHashMap<>();
    for (TrialRecord trial : trials)
      rows.computeIfAbsent(trial.spec().title(), title -> new ArrayList<>()).add(trial);
    Map<String, Spread> spreads = new HashMap<>();
    rows.forEach((title, forks) -> spread(forks).ifPresent(known -> spreads.put(title, known)));
    return spreads;
  }

  private Optional<Spread> spread(List<TrialRecord> forks) {
    List<Double> values =
        forks.stream()
            .map(fork -> figures.computeIfAbsent(fork, this::figure))
            .flatMap(Optional::stream)
            .toList();
    return values.size() < Math.max(2, forks.size())
        ? Optional.empty()
        : Optional.of(Spread.of(Importance.rank(forks.get(0).spec()), values));
  }

  private Optional<Double> figure(TrialRecord trial) {
    if (trial.spec().declaration().role() == Role.CONTROL) return Optional.empty();
    return RateReview.review(trial, plan).outcome() instanceof Completed completed
        ? completed.measures().stream()
            .filter(measure -> Resolution.METRICS.contains(measure.metric().id()))
            .filter(measure -> measure.value() > 0 && !isInlined(measure))
            .map(Measure::value)
            .findFirst()
        : Optional.empty();
  }

  private static boolean isInlined(Measure measure) {
    return measure.metric().id().equals(Metrics.RATE)
        && Elimination.inlined(1e9 / measure.value()).isPresent();
  }
}
