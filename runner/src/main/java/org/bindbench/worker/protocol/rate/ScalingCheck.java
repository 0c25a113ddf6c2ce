package org.bindbench.worker.protocol.rate;

import java.util.Arrays;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.Ticker;

/**
 * t(2n) / t(n): near 2 where the loop does its work, near 1 where the compiler removed it. Calls of
 * both lengths alternate, and their medians are divided.
 */
final class ScalingCheck {
  private static final int PAIRS = 3;

  /** A doubtful ratio is measured this many times over, for a pause in one call must not decide. */
  private static final int MOST_PAIRS = 15;

  private static final double DOUBTFUL = 0.15;

  private ScalingCheck() {}

  static double ratio(PreparedCase prepared, long operations, Ticker ticker) {
    double ratio = ratio(prepared, operations, ticker, PAIRS);
    return Math.abs(ratio - 2) <= DOUBTFUL
        ? ratio
        : ratio(prepared, operations, ticker, MOST_PAIRS);
  }

  private static double ratio(PreparedCase prepared, long operations, Ticker ticker, int pairs) {
    long[] single = new long[pairs];
    long[] twice = new long[pairs];
    for (int i = 0; i < pairs; i++) {
      single[i] = time(prepared, operations, ticker);
      twice[i] = time(prepared, 2 * operations, ticker);
    }
    return (double) median(twice) / Math.max(1, median(single));
  }

  private static long time(PreparedCase prepared, long operations, Ticker ticker) {
    long start = ticker.nanos();
    prepared.run(operations);
    return ticker.nanos() - start;
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
