package org.bindbench.analysis.pauses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.WelchRatio;
import org.bindbench.model.CaseId;
import org.bindbench.model.GcLoad;
import org.bindbench.model.metric.PauseMetrics;

/**
 * One case on one engine under several collectors, or other JVM setups: which of them does most,
 * and which stops the script for the shortest time, as far as intervals say so.
 *
 * @param column the engine and the binding style, without a setup
 * @param rows at least two that have figures, in the order of the setups
 * @param busiest by throughput; empty where fewer than two rows have one
 * @param shortest by the 95th percentile of the pauses; empty where fewer than two rows have one
 */
public record CollectorChoice(
    CaseId id,
    Column column,
    List<CaseResult> rows,
    Optional<Leader> busiest,
    Optional<Leader> shortest) {
  public CollectorChoice {
    rows = List.copyOf(rows);
  }

  /**
   * The setup whose figure is best.
   *
   * @param rivals the others that have the figure, in the order of the setups
   */
  public record Leader(String setup, List<Rival> rivals) {
    /** A leader whose rivals do not change. */
    public Leader {
      rivals = List.copyOf(rivals);
    }
  }

  /**
   * Another setup against the leader.
   *
   * @param times how many times better the leader is; bounds are NaN where there are too few forks.
   *     For pauses the bounds are the quotients of the two percentiles' bounds that are least and
   *     most in the leader's favour, so both hold with 90 % at least
   */
  public record Rival(String setup, Estimate times) {
    /** Whether the whole interval says that the leader is better. */
    public boolean isSurelyBehind() {
      return times.low() > 1;
    }
  }

  /** One choice for each case, engine and style that ran on several setups. */
  public static List<CollectorChoice> of(List<CaseResult> results) {
    return groups(results).stream()
        .filter(rows -> rows.size() > 1)
        .map(CollectorChoice::among)
        .toList();
  }

  private static Collection<List<CaseResult>> groups(List<CaseResult> results) {
    record Key(CaseId id, Column column) {}
    return results.stream()
        .filter(row -> row.declaration().protocol().equals(GcLoad.PROTOCOL))
        .filter(row -> row.isCompleted() && !row.setup().isEmpty())
        .collect(
            Collectors.groupingBy(
                row -> new Key(row.id(), new Column(row.engine(), row.style())),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static CollectorChoice among(List<CaseResult> rows) {
    CaseResult first = rows.get(0);
    return new CollectorChoice(
        first.id(),
        new Column(first.engine(), first.style()),
        rows,
        leader(sides(rows, PauseMetrics.THROUGHPUT.id()), side -> -side.value(), true),
        leader(sides(rows, PauseMetrics.PAUSE_P95.id()), Side::value, false));
  }

  private record Side(String setup, Summary summary) {
    double value() {
      return summary.value();
    }
  }

  private static List<Side> sides(List<CaseResult> rows, String metric) {
    List<Side> sides = new ArrayList<>();
    for (CaseResult row : rows)
      row.summary(metric).ifPresent(summary -> sides.add(new Side(row.setup(), summary)));
    return sides;
  }

  private static Optional<Leader> leader(
      List<Side> sides, ToDoubleFunction<Side> order, boolean byForks) {
    if (sides.size() < 2) return Optional.empty();
    return sides.stream()
        .min(Comparator.comparingDouble(order))
        .map(
            best ->
                new Leader(
                    best.setup(),
                    sides.stream()
                        .filter(side -> side != best)
                        .map(
                            side ->
                                new Rival(
                                    side.setup(),
                                    byForks ? byForks(best, side) : byBounds(best, side)))
                        .toList()));
  }

  private static Estimate byForks(Side best, Side other) {
    return WelchRatio.of(best.summary().forkValues(), other.summary().forkValues())
        .orElseGet(
            () -> new Estimate(best.value() / other.value(), Double.NaN, Double.NaN, Double.NaN));
  }

  private static Estimate byBounds(Side best, Side other) {
    Estimate shorter = best.summary().estimate().orElseThrow();
    Estimate longer = other.summary().estimate().orElseThrow();
    return new Estimate(
        longer.value() / shorter.value(),
        longer.low() / shorter.high(),
        longer.high() / shorter.low(),
        OrderBounds.BOTH);
  }
}
