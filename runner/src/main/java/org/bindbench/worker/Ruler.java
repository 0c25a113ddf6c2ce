package org.bindbench.worker;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;

/**
 * A loop of fixed work in plain Java, timed when a trial has ended: where its time moves in the
 * course of a run, the machine did, and not what was measured. It allocates nothing and reads no
 * memory, so neither the heap nor the collector has a part in it.
 *
 * <p>The reading is a median. What slows a measurement is what slows most of it: a single pause
 * leaves the median of seven where it was, a clock that fell or a neighbour that takes every other
 * slice of time moves it, while a minimum would still find the one call that got away.
 */
final class Ruler {
  /** About 4 ms of a dependent chain of six instructions a step. */
  private static final int STEPS = 2_000_000;

  private static final int READINGS = 7;

  /** Calls that differ by less than this share run the same compiled code. */
  private static final double ALIKE = 0.05;

  private static final int ALIKE_IN_A_ROW = 3;
  private static final int MOST_WARM_UP_CALLS = 50;

  /** Takes every result, so that no compiler may leave the work out. */
  private static volatile long sink = 88_172_645_463_325_252L;

  private final Ticker ticker;
  private final LongUnaryOperator work;

  Ruler(Ticker ticker) {
    this(ticker, Ruler::xorshift);
  }

  Ruler(Ticker ticker, LongUnaryOperator work) {
    this.ticker = ticker;
    this.work = work;
  }

  /** The outcome with the ruler's time beside its measures; one without figures as it is. */
  TrialOutcome after(TrialOutcome outcome) {
    if (!(outcome instanceof TrialOutcome.Completed completed)) return outcome;
    long nanos = nanos();
    return nanos > 0
        ? completed.with(new Measure(Metrics.RULER, nanos))
        : completed.without(
            new Absent(Metrics.RULER, "the clock did not move while the ruler was read"));
  }

  /** Median of seven calls, in ns, once three calls in a row were alike. */
  long nanos() {
    warmUp();
    long[] readings = new long[READINGS];
    for (int i = 0; i < READINGS; i++) readings[i] = time();
    Arrays.sort(readings);
    return readings[READINGS / 2];
  }

  private void warmUp() {
    long last = time();
    int alike = 0;
    for (int i = 1; i < MOST_WARM_UP_CALLS && alike < ALIKE_IN_A_ROW; i++) {
      long now = time();
      alike = Math.abs(now - last) <= ALIKE * Math.min(now, last) ? alike + 1 : 0;
      last = now;
    }
  }

  private long time() {
    long start = ticker.nanos();
    sink = work.applyAsLong(sink);
    return ticker.nanos() - start;
  }

  /** Marsaglia's generator with the shifts 13, 7 and 17, "Xorshift RNGs", J. Stat. Softw. 2003. */
  private static long xorshift(long seed) {
    long state = seed;
    for (int i = 0; i < STEPS; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    return state;
  }
}
