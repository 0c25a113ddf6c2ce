package org.bindbench.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * Numbers as people read them: three significant digits, SI prefixes for rates and times, IEC ones
 * for amounts of memory. The exact values are in the JSON.
 */
public final class Figures {
  /** Stands where there is no number. */
  public static final String UNAVAILABLE = "unavailable";

  private static final String[] SI = {"", "k", "M", "G", "T"};
  private static final String[] IEC = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Figures() {}

  /** {@code 58.2 M}, {@code 912 k}, {@code 72.0}. */
  public static String si(double value) {
    if (!Double.isFinite(value)) return UNAVAILABLE;
    int prefix = prefix(value);
    return scaled(value, prefix) + (prefix == 0 ? "" : " " + SI[prefix]);
  }

  /** The value with its unit: {@code 58.2 M objects/s}, {@code 95.2 ms}, {@code 99.9 %}. */
  public static String quantity(double value, String unit) {
    if (!Double.isFinite(value)) return UNAVAILABLE;
    return switch (unit) {
      case "" -> plain(value);
      case "ratio" -> si(value);
      case "%" -> percentage(value);
      case "bytes" -> bytes(value);
      case "s" -> seconds(value);
      case "ms" -> seconds(value / 1e3);
      case "ns" -> seconds(value / 1e9);
      case "verdict" -> verdict(value);
      case "exponent" -> fixed(value, 2);
      case "bytes/op" -> perOperation(value) + " " + unit;
      case "ns/op" -> seconds(value / 1e9) + "/op";
      default -> si(value) + " " + unit;
    };
  }

  /** The value as a cell of a column whose heading has the unit already. */
  public static String cell(double value, String unit) {
    return switch (unit) {
      case "", "ratio", "%", "bytes", "s", "ms", "ns", "verdict", "exponent" ->
          quantity(value, unit);
      case "bytes/op" -> perOperation(value);
      case "ns/op" -> seconds(value / 1e9);
      default -> si(value);
    };
  }

  /**
   * {@code ± 3.2 %} where the interval is narrow and even, else {@code [41.0, 80.2] M}; a word
   * where there is none.
   */
  public static String interval(Summary summary) {
    if (summary.estimate().isEmpty()) {
      int forks = summary.forkValues().size();
      return forks == 1 ? "none, 1 fork" : "none, " + forks + " forks";
    }
    return interval(summary.estimate().get(), summary.metric().unit());
  }

  private static String interval(Estimate estimate, String unit) {
    if (unit.equals("exponent"))
      return "[" + fixed(estimate.low(), 2) + ", " + fixed(estimate.high(), 2) + "]";
    double value = estimate.value();
    boolean complete =
        Double.isFinite(value)
            && Double.isFinite(estimate.low())
            && Double.isFinite(estimate.high());
    if (!complete) return "none";
    double up = (estimate.high() - value) / Math.abs(value);
    double down = (value - estimate.low()) / Math.abs(value);
    double half = Math.max(up, down);
    boolean share = unit.equals("%");
    if (estimate.high() == estimate.low()) return share ? "± 0" : "± 0 %";
    if (share && share(estimate.low()).equals(share(estimate.high()))) return "± < 0.1";
    if (!share && half < 0.2 && Math.abs(up - down) < 0.02) return "± " + percent(half);
    return "[" + bounds(estimate, unit);
  }

  /** Both bounds with one prefix and one unit, as the value beside them has. */
  private static String bounds(Estimate estimate, String unit) {
    if (unit.equals("%")) {
      return share(estimate.low()) + ", " + share(estimate.high()) + "] %";
    }
    if (isConverted(unit)) {
      return quantity(estimate.low(), unit) + ", " + quantity(estimate.high(), unit) + "]";
    }
    int prefix = prefix(estimate.value());
    return scaled(estimate.low(), prefix)
        + ", "
        + scaled(estimate.high(), prefix)
        + "]"
        + (prefix == 0 ? "" : " " + SI[prefix]);
  }

  private static boolean isConverted(String unit) {
    return switch (unit) {
      case "bytes", "s", "ms", "ns" -> true;
      default -> false;
    };
  }

  /**
   * {@code 3.11× [2.83, 3.42]}, {@code 1.44× ± 0.1 %} where the bounds would read the same, or
   * {@code 1.44× ± 0} where both sides repeat exactly; the interval is left out where there is
   * none, all where there is no ratio.
   */
  public static String ratio(Estimate ratio) {
    if (!Double.isFinite(ratio.value())) return "";
    String value = times(ratio.value()) + "×";
    if (!Double.isFinite(ratio.low()) || !Double.isFinite(ratio.high())) return value;
    if (ratio.low() == ratio.high()) return value + " ± 0";
    String low = times(ratio.low());
    String high = times(ratio.high());
    double widest = Math.max(ratio.high() - ratio.value(), ratio.value() - ratio.low());
    return low.equals(high)
        ? value + " ± " + percent(widest / ratio.value())
        : value + " [" + low + ", " + high + "]";
  }

  /** In a sentence: {@code 3.11 times [2.83, 3.42]}, or {@code 1.44 times} where that says all. */
  public static String multiple(Estimate ratio) {
    String value = times(ratio.value()) + " times";
    return times(ratio.low()).equals(times(ratio.high()))
        ? value
        : value + ratio(ratio).replaceFirst("^[^ ]+", "");
  }

  private static String times(double value) {
    double size = Math.abs(value);
    return fixed(value, size < 0.9995 ? 3 : size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
  }

  /** A fraction in percent: {@code 3.2 %}, {@code 14 %}. */
  public static String percent(double fraction) {
    double percent = fraction * 100;
    if (!Double.isFinite(percent)) return UNAVAILABLE;
    if (percent > 0 && percent < 0.1) return "0.1 %";
    return fixed(percent, percent < 10 ? 1 : 0) + " %";
  }

  /** {@code 12.4 MiB}. */
  public static String bytes(double value) {
    int prefix = 0;
    double scaled = value;
    while (Math.abs(scaled) >= 1024 && prefix < IEC.length - 1) {
      scaled /= 1024;
      prefix++;
    }
    return (prefix == 0 ? fixed(scaled, 0) : significant(scaled)) + " " + IEC[prefix];
  }

  /** {@code 43 s}, {@code 1 min 43 s}, {@code 2 h 05 min}. */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) return seconds(duration.toMillis() / 1e3);
    if (seconds < 3600) return seconds / 60 + " min " + seconds % 60 + " s";
    return String.format(
        Locale.ROOT, "%d h %02d min", duration.toHours(), duration.toMinutesPart());
  }

  /** What a script says of itself in symbols; forks that disagree leave a doubt. */
  private static String verdict(double value) {
    if (value == 1) return "✅";
    return value == 0 ? "❌" : "⚠️";
  }

  /**
   * Bytes that single collections of the harness spread over millions of operations say nothing.
   */
  private static String perOperation(double value) {
    return value > 0 && value < 0.001 ? "< 0.001" : si(value);
  }

  private static String seconds(double seconds) {
    double size = Math.abs(seconds);
    if (size == 0) return "0 s";
    if (size < 1e-6) return significant(seconds * 1e9) + " ns";
    if (size < 1e-3) return significant(seconds * 1e6) + " µs";
    if (size < 1) return significant(seconds * 1e3) + " ms";
    return significant(seconds) + " s";
  }

  private static String percentage(double value) {
    return share(value) + " %";
  }

  /** A share is not rounded up to all of it, nor down to nothing. */
  private static String share(double value) {
    boolean nearWhole = value < 100 && value > 99.9;
    boolean nearNothing = value > 0 && value < 0.1;
    if (value == 0 || value == 100) return fixed(value, 0);
    if (nearWhole || nearNothing) {
      BigDecimal cut =
          new BigDecimal(value).setScale(3, nearWhole ? RoundingMode.FLOOR : RoundingMode.CEILING);
      String text = cut.toPlainString();
      return text.endsWith("0") ? text.substring(0, text.length() - 1) : text;
    }
    return fixed(value, 1);
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : si(value);
  }

  private static String significant(double value) {
    return scaled(value, 0);
  }

  private static int prefix(double value) {
    if (value == 0) return 0;
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
    return Math.max(0, Math.min(SI.length - 1, Math.floorDiv(exponent(rounded), 3)));
  }

  /** Three significant digits of value / 1000^prefix, without an exponent. */
  private static String scaled(double value, int prefix) {
    if (value == 0) return "0";
    BigDecimal mantissa = new BigDecimal(value).movePointLeft(3 * prefix).round(new MathContext(3));
    int digits = Math.max(0, Math.min(6, 2 - exponent(mantissa)));
    return mantissa.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
