package org.bindbench.analysis.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bindbench.analysis.growth.TheilSen;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;

/**
 * What was alive after each cycle of doing the same work and letting go of it, in one JVM.
 *
 * @param liveBytes settled live bytes after each cycle, in their order; finite
 * @param operations of a cycle, at least 1
 */
public record Cycles(List<Double> liveBytes, long operations) {
  private static final int BLOCK = 3;

  public Cycles {
    liveBytes = List.copyOf(liveBytes);
    if (operations < 1)
      throw new IllegalArgumentException("a cycle needs an operation, but has " + operations);
    if (!liveBytes.stream().allMatch(Double::isFinite))
      throw new IllegalArgumentException("live bytes must be finite, but are " + liveBytes);
  }

  /** The cycles of a trial of leaks; empty where it has none. */
  static Optional<Cycles> of(TrialRecord trial) {
    if (!(trial.outcome() instanceof Completed completed)) return Optional.empty();
    List<Sample> readings =
        completed.samples().stream()
            .filter(sample -> sample.metric().equals(Metrics.CYCLE_LIVE_BYTES.id()))
            .sorted(Comparator.comparingInt(Sample::iteration))
            .toList();
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Cycles(
                readings.stream().map(Sample::value).toList(), readings.get(0).operations()));
  }

  /** How many cycles there were. */
  public int count() {
    return liveBytes.size();
  }

  /** The cycles without the first quarter, in which caches fill and classes load. */
  TheilSen.Series settled() {
    return from(count() / 4);
  }

  /** The last third of all cycles. */
  TheilSen.Series late() {
    return from(count() - count() / 3);
  }

  /**
   * The least of every three settled cycles, the last block ending with the last cycle: what
   * collection left over by chance is gone from most of them.
   */
  List<Double> floors() {
    List<Double> settled = settled().y();
    List<Double> floors = new ArrayList<>();
    for (int at = settled.size() % BLOCK; at < settled.size(); at += BLOCK)
      floors.add(
          settled.subList(at, at + BLOCK).stream().mapToDouble(each -> each).min().orElseThrow());
    return floors;
  }

  private TheilSen.Series from(int first) {
    return new TheilSen.Series(
        IntStream.range(first, count()).mapToObj(cycle -> (double) cycle).toList(),
        liveBytes.subList(first, count()));
  }
}
