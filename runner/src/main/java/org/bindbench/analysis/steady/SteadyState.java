package org.bindbench.analysis.steady;

import java.util.List;
import java.util.stream.IntStream;
import org.bindbench.analysis.Steadiness;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * Whether the time per operation of a rate trial settled, after Barrett et al., "Virtual machine
 * warmup blows hot and cold", OOPSLA 2017: outliers dropped, change points in mean and variance,
 * levels compared with the last one.
 *
 * <p>Settled means: no change between levels that are not equivalent lies inside the measured
 * readings. Every level is compared with the last, never with its neighbour, so that a drift whose
 * single steps are small cannot pass as one level.
 */
public final class SteadyState {
  /** Fewest readings, warm-up included, that a class is given for. */
  public static final int FEWEST_READINGS = 100;

  /**
   * Fewest readings of a level: 200–500 ms at segments of 20–50 ms. What is shorter is a
   * disturbance, not a level.
   */
  private static final int SHORTEST_LEVEL = 10;

  /** Fewest measured readings that could contain a change. */
  public static final int FEWEST_MEASURED = 2 * SHORTEST_LEVEL;

  private SteadyState() {}

  /**
   * The class of one trial.
   *
   * @param samples its readings of {@code elapsed_nanos} in the order they were taken; others are
   *     passed over
   * @return {@code NOT_ASSESSED} below 100 readings, or where the measured ones are too few to
   *     contain a change (20)
   * @throws IllegalArgumentException where a reading has no operations or took no time
   */
  public static Steadiness classify(List<Sample> samples) {
    List<Sample> timed =
        samples.stream().filter(each -> each.metric().equals(Metrics.ELAPSED_NANOS.id())).toList();
    double[] series = timed.stream().mapToDouble(SteadyState::nanosPerOperation).toArray();
    int measuredFrom =
        IntStream.range(0, timed.size())
            .filter(i -> timed.get(i).phase() == Phase.MEASURED)
            .findFirst()
            .orElse(timed.size());
    return classify(series, measuredFrom);
  }

  /**
   * The class of one series.
   *
   * @param series positive readings, such as times per operation; lower is better
   * @param measuredFrom index of the first reading that counts towards the result
   */
  static Steadiness classify(double[] series, int measuredFrom) {
    if (series.length < FEWEST_READINGS || series.length - measuredFrom < FEWEST_MEASURED)
      return Steadiness.NOT_ASSESSED;
    boolean[] outliers = Outliers.in(series, SHORTEST_LEVEL);
    double[] kept =
        IntStream.range(0, series.length)
            .filter(i -> !outliers[i])
            .mapToDouble(i -> series[i])
            .toArray();
    int keptMeasuredFrom = (int) IntStream.range(0, measuredFrom).filter(i -> !outliers[i]).count();
    return classify(Pelt.levels(kept, SHORTEST_LEVEL), keptMeasuredFrom);
  }

  private static Steadiness classify(List<Level> levels, int measuredFrom) {
    Level last = levels.get(levels.size() - 1);
    List<Level> others = levels.stream().filter(level -> !level.isEquivalentTo(last)).toList();
    if (others.isEmpty()) return Steadiness.FLAT;
    if (others.get(others.size() - 1).to() > measuredFrom) return Steadiness.NO_STEADY_STATE;
    boolean wasFaster = others.stream().anyMatch(level -> level.mean() < last.mean());
    return wasFaster ? Steadiness.SLOWDOWN : Steadiness.WARM_UP;
  }

  /**
   * The class of a row from those of its forks. Forks are inconsistent where some are steady (flat
   * or after warm-up) and some are not. One that could not be assessed keeps the others from being
   * called steady, but not from being called unsteady.
   */
  public static Steadiness combine(List<Steadiness> forks) {
    boolean someSteady = forks.stream().anyMatch(Steadiness::isSteady);
    boolean someUnassessed = forks.isEmpty() || forks.contains(Steadiness.NOT_ASSESSED);
    boolean someUnsteady = forks.stream().anyMatch(Steadiness::isUnsteady);
    if (someUnsteady && someSteady || forks.contains(Steadiness.INCONSISTENT))
      return Steadiness.INCONSISTENT;
    if (someUnsteady)
      return forks.contains(Steadiness.NO_STEADY_STATE)
          ? Steadiness.NO_STEADY_STATE
          : Steadiness.SLOWDOWN;
    if (someUnassessed) return Steadiness.NOT_ASSESSED;
    return forks.contains(Steadiness.WARM_UP) ? Steadiness.WARM_UP : Steadiness.FLAT;
  }

  private static double nanosPerOperation(Sample sample) {
    if (sample.operations() < 1 || !(sample.value() > 0))
      throw new IllegalArgumentException("a timed call needs operations and time, not " + sample);
    return sample.value() / sample.operations();
  }
}
