package org.bindbench.report.trend;

import java.util.Arrays;
import java.util.List;
import org.bindbench.analysis.Summaries;

/**
 * The course of a series on one line: medians of neighbouring readings, as heights between the
 * lowest and the highest of them. The whole height stands for at least a tenth of the value, so
 * that noise looks flat.
 */
final class Sparkline {
  static final int COLUMNS = 20;

  private static final String BLOCKS = "▁▂▃▄▅▆▇█";
  private static final String ASCII = "_.-:=+*#";
  private static final double LEAST_HEIGHT = 0.1;

  private Sparkline() {}

  /** At most {@value #COLUMNS} characters; in ASCII where the terminal has no others. */
  static String of(List<Double> values, boolean unicode) {
    String symbols = unicode ? BLOCKS : ASCII;
    double[] heights = medians(values);
    double low = Arrays.stream(heights).min().orElse(0);
    double high = Arrays.stream(heights).max().orElse(0);
    double room = LEAST_HEIGHT * Math.max(Math.abs(low), Math.abs(high));
    if (high - low < room) {
      double middle = (high + low) / 2;
      low = middle - room / 2;
      high = middle + room / 2;
    }
    StringBuilder line = new StringBuilder();
    for (double height : heights) line.append(symbols.charAt(step(height, low, high)));
    return line.toString();
  }

  private static int step(double height, double low, double high) {
    if (!(high > low)) return BLOCKS.length() / 2;
    int step = (int) Math.floor((height - low) / (high - low) * BLOCKS.length());
    return Math.max(0, Math.min(BLOCKS.length() - 1, step));
  }

  private static double[] medians(List<Double> values) {
    int columns = Math.min(COLUMNS, values.size());
    double[] medians = new double[columns];
    for (int i = 0; i < columns; i++) {
      int from = i * values.size() / columns;
      int to = (i + 1) * values.size() / columns;
      medians[i] =
          Summaries.quantile(
              values.subList(from, to).stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }
    return medians;
  }
}
