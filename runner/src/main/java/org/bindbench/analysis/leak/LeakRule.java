package org.bindbench.analysis.leak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.growth.TheilSen;
import org.bindbench.analysis.inference.Kendall;
import org.bindbench.analysis.leak.LeakFinding.Inconclusive;
import org.bindbench.analysis.leak.LeakFinding.Leak;
import org.bindbench.analysis.leak.LeakFinding.NoLeak;
import org.bindbench.analysis.leak.LeakFinding.Suspicion;

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
  /** Fewer cycles are not judged. */
  public static final int FEWEST_CYCLES = 30;

  /** From this many cycles on a suspicion is decided. */
  public static final int ENOUGH_CYCLES = 60;

  private static final double RISING = 0.01;
  private static final double TIMES_CONTROL = 3;
  private static final double BYTES_PER_OPERATION = 64;
  private static final double LATE_SHARE = 0.5;

  private LeakRule() {}

  /**
   * Judges the cycles of one JVM.
   *
   * @param control the same number of cycles that let go of everything, in a JVM of its own
   */
  public static LeakFinding judge(Cycles cycles, Cycles control) {
    if (cycles.count() < FEWEST_CYCLES) return tooFew("cycles", cycles);
    if (control.count() < FEWEST_CYCLES) return tooFew("cycles of the control", control);
    TheilSen.Series settled = cycles.settled();
    TheilSen.Series late = cycles.late();
    Optional<Estimate> whole = TheilSen.estimate(List.of(settled));
    Optional<Estimate> end = TheilSen.estimate(List.of(late));
    Optional<Double> idle = TheilSen.slope(List.of(control.settled()));
    if (whole.isEmpty() || end.isEmpty() || idle.isEmpty())
      return new Inconclusive("too few cycles for the interval of a slope");
    return judge(cycles, whole.get(), end.get(), idle.get());
  }

  private static LeakFinding judge(Cycles cycles, Estimate whole, Estimate end, double idle) {
    double floor = Math.max(TIMES_CONTROL * idle, BYTES_PER_OPERATION * cycles.operations());
    double p = Kendall.of(cycles.floors()).risingP();
    if (!(p < RISING))
      return new NoLeak(whole, text("it does not rise steadily (Kendall's p %.2g)", p));
    if (!(whole.low() > floor))
      return new NoLeak(
          whole,
          text("its growth may be as small as %,.0f B a cycle, of %,.0f", whole.low(), floor));
    if (end.value() >= LATE_SHARE * whole.value() && end.low() > 0) return confirmed(cycles, whole);
    String slower =
        text(
            "the last third grows by %,.0f B a cycle, the whole by %,.0f",
            end.value(), whole.value());
    return cycles.count() < ENOUGH_CYCLES
        ? new Suspicion(whole, slower)
        : new NoLeak(whole, slower);
  }

  private static Leak confirmed(Cycles cycles, Estimate perCycle) {
    double thousand = 1000.0 / cycles.operations();
    return new Leak(
        perCycle,
        new Estimate(
            perCycle.value() * thousand,
            perCycle.low() * thousand,
            perCycle.high() * thousand,
            perCycle.level()),
        Severity.of(perCycle.low() * cycles.count()));
  }

  private static Inconclusive tooFew(String what, Cycles series) {
    return new Inconclusive(
        text("%d %s, and a leak needs %d", series.count(), what, FEWEST_CYCLES));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
