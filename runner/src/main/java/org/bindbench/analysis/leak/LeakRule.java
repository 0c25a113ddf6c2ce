package org.bindbench.analysis.leak;

import java.util.List;
import java.util.Locale;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.growth.TheilSen;
import org.bindbench.analysis.inference.Kendall;
import org.bindbench.analysis.leak.LeakFinding.Inconclusive;
import org.bindbench.analysis.leak.LeakFinding.Leak;
import org.bindbench.analysis.leak.LeakFinding.NoLeak;
import org.bindbench.analysis.leak.LeakFinding.Suspicion;
import org.bindbench.model.LeakCycles;

/**
 * A leak is growth that is certain, that is more than the control's, and that does not end. Least
 * squares on the raw series call every step and every filling cache a leak; here all of this must
 * hold:
 *
 * <ul>
 *   <li>the floors of three cycles each rise, by Kendall's exact one-sided p below 0.01;
 *   <li>the lower bound of the slope (Theil-Sen, 95 %) is above three times the control's slope and
 *       above 64 bytes an operation;
 *   <li>the last third grows at least half as fast as the whole, and its lower bound is above 0.
 * </ul>
 *
 * The first quarter of the cycles is left out but for the choice of the last third.
 */
public final class LeakRule {
  private static final double RISING = 0.01;
  private static final double TIMES_CONTROL = 3;
  private static final double BYTES_PER_OPERATION = 64;
  private static final double LATE_SHARE = 0.5;

  /** (1.96 + 0.84) / 1.96: half intervals between 0 and a slope seen in 80 of 100 runs. */
  private static final double SEEN = 1.43;

  private LeakRule() {}

  /**
   * Judges the cycles of one JVM.
   *
   * @param control the same number of cycles that let go of everything, in the same JVM or one like
   *     it
   */
  public static LeakFinding judge(Cycles cycles, Cycles control) {
    if (control.count() < LeakCycles.FEWEST) return tooFew("cycles of the control", control);
    if (cycles.count() >= LeakCycles.FEWEST && control.count() != cycles.count())
      return new Inconclusive(
          text("%d cycles, and %d of the control", cycles.count(), control.count()));
    return judge(cycles, TheilSen.slope(List.of(control.settled())).orElseThrow() * TIMES_CONTROL);
  }

  /**
   * Judges a control itself, which has nothing to be held against but the bytes of an operation.
   */
  public static LeakFinding judgeControl(Cycles control) {
    return judge(control, 0);
  }

  private static LeakFinding judge(Cycles cycles, double least) {
    if (cycles.count() < LeakCycles.FEWEST) return tooFew("cycles", cycles);
    Estimate whole = slope(cycles.settled());
    Estimate end = slope(cycles.late());
    double floor = Math.max(least, BYTES_PER_OPERATION * cycles.operations());
    CycleGrowth growth = CycleGrowth.of(cycles, whole, floor, detectable(whole, end, floor));
    double p = Kendall.of(cycles.floors()).risingP();
    if (!(p < RISING))
      return new NoLeak(growth, text("it does not rise steadily (Kendall's p %.2g)", p));
    if (!(whole.low() > floor))
      return new NoLeak(
          growth,
          whole.low() > 0
              ? "it rises, by at least %s a cycle, which is not above the floor of %s"
                  .formatted(Figures.bytes(whole.low()), Figures.bytes(floor))
              : "it rises, but perhaps by nothing a cycle");
    if (end.value() >= LATE_SHARE * whole.value() && end.low() > 0)
      return new Leak(growth, Severity.of(growth.leastTotal()));
    String slower =
        "it rises more slowly in the end: by %s a cycle in the last third, by %s in the whole"
            .formatted(Figures.bytes(end.value()), Figures.bytes(whole.value()));
    return cycles.count() < LeakCycles.ENOUGH
        ? new Suspicion(growth, slower)
        : new NoLeak(growth, slower);
  }

  /** The least growth whose lower bounds pass in 80 of 100 runs with this noise. */
  private static double detectable(Estimate whole, Estimate end, double floor) {
    return Math.max(floor + SEEN * halfWidth(whole), SEEN * halfWidth(end));
  }

  private static double halfWidth(Estimate slope) {
    return (slope.high() - slope.low()) / 2;
  }

  /** 23 points of 30 cycles and 10 of their last third always suffice for an interval. */
  private static Estimate slope(TheilSen.Series series) {
    return TheilSen.estimate(List.of(series)).orElseThrow();
  }

  private static Inconclusive tooFew(String what, Cycles series) {
    return new Inconclusive(
        text("%d %s, and a leak needs %d", series.count(), what, LeakCycles.FEWEST));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
