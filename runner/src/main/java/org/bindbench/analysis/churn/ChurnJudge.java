package org.bindbench.analysis.churn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.growth.TheilSen;
import org.bindbench.analysis.inference.Kendall;
import org.bindbench.analysis.leak.Cycles;
import org.bindbench.analysis.leak.LeakFinding;
import org.bindbench.analysis.leak.LeakRule;
import org.bindbench.analysis.leak.Severity;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.metric.ChurnReading;

/**
 * Judges a series of readings, one after each guest. Bytes are judged by {@link LeakRule} with one
 * guest as the operation. What is counted, such as threads, is judged by the same conditions but
 * for the least size, for one thread is a thread, and with ties taken as they are:
 *
 * <ul>
 *   <li>the floors of three guests each rise, by Kendall's exact one-sided p below 0.01;
 *   <li>the lower bound of the slope is above three times the control's and above 0;
 *   <li>the last third grows at least half as fast as the whole, and rises by Kendall's exact
 *       one-sided p below 0.025: the bound of a 95 % interval of a slope inverts that test, but is
 *       0 wherever many readings are equal.
 * </ul>
 *
 * Something that grows by less than one in ten guests is a suspicion or not seen: in 60 guests it
 * rises too seldom to be told from a few late steps.
 */
public final class ChurnJudge {
  private static final double RISING = 0.01;
  private static final double STILL_RISING = 0.025;
  private static final double TIMES_CONTROL = 3;
  private static final double LATE_SHARE = 0.5;
  private static final int BLOCK = 3;
  private static final double STILL_THERE = 0.1;

  private ChurnJudge() {}

  /**
   * A reading's verdict without the moments before and after.
   *
   * @param severity empty for counts, and for what is no leak
   */
  public record Verdict(
      ChurnVerdict verdict,
      Optional<Estimate> perContext,
      Optional<Severity> severity,
      String reason) {
    /**
     * The same where the reading was taken again some seconds after the last guest: what is gone by
     * then but for a tenth is late, and no leak.
     *
     * @param before reading before the first guest
     * @param last reading after the last one
     */
    Verdict seenLater(double before, double last, OptionalDouble late) {
      boolean rose = verdict == ChurnVerdict.LEAK || verdict == ChurnVerdict.SUSPICION;
      boolean gone =
          late.isPresent()
              && last > before
              && late.getAsDouble() - before <= STILL_THERE * (last - before);
      return rose && gone
          ? new Verdict(
              ChurnVerdict.NO_LEAK,
              perContext,
              Optional.empty(),
              "what there was at the end was gone some seconds later")
          : this;
    }
  }

  /**
   * Judges one reading.
   *
   * @param values after each guest, in their order
   * @param control after as many cycles that opened none; empty where there was no control
   */
  public static Verdict judge(ChurnReading reading, List<Double> values, List<Double> control) {
    Optional<Estimate> slope = slope(values);
    if (values.size() < LeakCycles.FEWEST)
      return inconclusive(
          slope, "%d contexts, and a leak needs %d", values.size(), LeakCycles.FEWEST);
    if (control.size() < LeakCycles.FEWEST)
      return inconclusive(
          slope,
          control.isEmpty()
              ? "there is no control, which opens nothing"
              : "%d cycles of the control, and a leak needs %d",
          control.size(),
          LeakCycles.FEWEST);
    return reading.isCount()
        ? count(values, control)
        : bytes(
            LeakRule.judge(new Cycles(values, 1), asMany(control, values)), values.size(), slope);
  }

  /** As many cycles of the control as there were guests; those that open none are quicker. */
  private static Cycles asMany(List<Double> control, List<Double> values) {
    return new Cycles(control.subList(0, Math.min(control.size(), values.size())), 1);
  }

  /** Growth per guest without the first quarter; empty where there are too few for an interval. */
  static Optional<Estimate> slope(List<Double> values) {
    return TheilSen.estimate(List.of(from(values, values.size() / 4)));
  }

  private static Verdict bytes(LeakFinding finding, int guests, Optional<Estimate> slope) {
    if (finding instanceof LeakFinding.Leak leak && guests < LeakCycles.ENOUGH)
      return new Verdict(
          ChurnVerdict.SUSPICION,
          Optional.of(leak.growth().perCycle()),
          Optional.empty(),
          "it rises with every context, but it takes %d to tell a leak from what fills up"
              .formatted(LeakCycles.ENOUGH));
    if (finding instanceof LeakFinding.Leak leak)
      return new Verdict(
          ChurnVerdict.LEAK,
          Optional.of(leak.growth().perCycle()),
          Optional.of(leak.severity()),
          "it rises with every context, to the last third of them");
    if (finding instanceof LeakFinding.Suspicion suspicion)
      return new Verdict(
          ChurnVerdict.SUSPICION,
          Optional.of(suspicion.growth().perCycle()),
          Optional.empty(),
          suspicion.reason());
    if (finding instanceof LeakFinding.NoLeak none)
      return new Verdict(
          ChurnVerdict.NO_LEAK,
          Optional.of(none.growth().perCycle()),
          Optional.empty(),
          none.reason());
    return new Verdict(
        ChurnVerdict.INCONCLUSIVE,
        slope,
        Optional.empty(),
        ((LeakFinding.Inconclusive) finding).reason());
  }

  private static Verdict count(List<Double> values, List<Double> control) {
    Estimate whole = slope(values).orElseThrow();
    double idle = Math.max(0, slope(control).map(Estimate::value).orElse(0.0));
    double p = Kendall.of(floors(values)).risingP();
    if (!(p < RISING)) return none(whole, "it does not rise steadily (Kendall's p %.2g)", p);
    if (!(whole.low() > TIMES_CONTROL * idle))
      return none(
          whole,
          "its growth may be as small as %.2f a context, the control's is %.2f",
          whole.low(),
          idle);
    TheilSen.Series late = from(values, values.size() - values.size() / 3);
    double end = TheilSen.slope(List.of(late)).orElse(0.0);
    double stillP = Kendall.of(late.y()).risingP();
    if (end >= LATE_SHARE * whole.value() && stillP < STILL_RISING)
      return new Verdict(
          ChurnVerdict.LEAK,
          Optional.of(whole),
          Optional.empty(),
          "it rises with the contexts, to the last third of them");
    String slower =
        text("the last third grows by %.2f a context, the whole by %.2f", end, whole.value());
    return values.size() < LeakCycles.ENOUGH
        ? new Verdict(ChurnVerdict.SUSPICION, Optional.of(whole), Optional.empty(), slower)
        : none(whole, slower);
  }

  /** The least of every three settled readings, the last block ending with the last of them. */
  private static List<Double> floors(List<Double> values) {
    List<Double> settled = values.subList(values.size() / 4, values.size());
    int first = settled.size() % BLOCK;
    return IntStream.range(0, settled.size() / BLOCK)
        .mapToObj(block -> settled.subList(first + block * BLOCK, first + (block + 1) * BLOCK))
        .map(block -> block.stream().mapToDouble(each -> each).min().orElseThrow())
        .toList();
  }

  private static TheilSen.Series from(List<Double> values, int first) {
    return new TheilSen.Series(
        IntStream.range(first, values.size()).mapToObj(guest -> (double) guest).toList(),
        values.subList(first, values.size()));
  }

  private static Verdict none(Estimate slope, String format, Object... arguments) {
    return new Verdict(
        ChurnVerdict.NO_LEAK, Optional.of(slope), Optional.empty(), text(format, arguments));
  }

  private static Verdict inconclusive(
      Optional<Estimate> slope, String format, Object... arguments) {
    return new Verdict(ChurnVerdict.INCONCLUSIVE, slope, Optional.empty(), text(format, arguments));
  }

  private static String text(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
