package org.bindbench.jmh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * The speeds that the JVM's compilers left the forks at, where these are several: levels that lie
 * further apart than {@value #GAP} times. Which of them a fork gets is decided by when what was
 * compiled, so two harnesses that measure the same agree in the levels, and in how often forks are
 * at each of them as far as chance allows.
 *
 * @param levels from the slowest, at least one
 */
record Plateaus(List<Plateau> levels) {
  private static final double GAP = 1.25;
  private static final double LEAST = 0.95;
  private static final double MOST = 1.05;
  private static final double ALPHA = 0.05;

  /** The forks of both sides at one speed, in operations a second. */
  record Plateau(List<Double> ours, List<Double> jmh) {
    Plateau {
      ours = List.copyOf(ours);
      jmh = List.copyOf(jmh);
    }

    private OptionalDouble ratio() {
      OptionalDouble above = Row.mean(ours);
      OptionalDouble below = Row.mean(jmh);
      return above.isPresent() && below.isPresent()
          ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
          : OptionalDouble.empty();
    }

    private String text() {
      OptionalDouble ratio = ratio();
      return "%s: %d of ours, %d of JMH%s"
          .formatted(
              ComparisonReport.rate(Row.mean(Stream.of(ours, jmh).flatMap(List::stream).toList())),
              ours.size(),
              jmh.size(),
              ratio.isPresent()
                  ? String.format(Locale.ROOT, ", ratio %.3f", ratio.getAsDouble())
                  : "");
    }
  }

  Plateaus {
    levels = List.copyOf(levels);
  }

  /** Those of the forks of both sides. */
  static Plateaus of(List<Double> ours, List<Double> jmh) {
    List<Double> all = Stream.of(ours, jmh).flatMap(List::stream).sorted().toList();
    List<Plateau> levels = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= all.size(); i++) {
      if (i < all.size() && all.get(i) <= GAP * all.get(i - 1)) continue;
      double low = all.get(start);
      double high = all.get(i - 1);
      levels.add(new Plateau(between(ours, low, high), between(jmh, low, high)));
      start = i;
    }
    return new Plateaus(levels);
  }

  private static List<Double> between(List<Double> values, double low, double high) {
    return values.stream().filter(value -> value >= low && value <= high).toList();
  }

  /**
   * Whether there are two or three levels, the sides agree within 5 % at each that has two forks of
   * both, most forks of either side are at such a level, and chance explains how often the rest is
   * elsewhere (Fisher's exact test of the level that has most forks against all others).
   */
  boolean agree() {
    if (levels.size() < 2 || levels.size() > 3) return false;
    List<Plateau> shared =
        levels.stream().filter(each -> each.ours().size() > 1 && each.jmh().size() > 1).toList();
    boolean alike =
        shared.stream()
            .allMatch(
                each -> {
                  double ratio = each.ratio().getAsDouble();
                  return ratio >= LEAST && ratio <= MOST;
                });
    int ours = shared.stream().mapToInt(each -> each.ours().size()).sum();
    int jmh = shared.stream().mapToInt(each -> each.jmh().size()).sum();
    return alike && 2 * ours > count(true) && 2 * jmh > count(false) && chance() >= ALPHA;
  }

  private int count(boolean ofOurs) {
    return levels.stream().mapToInt(each -> (ofOurs ? each.ours() : each.jmh()).size()).sum();
  }

  /** How likely a difference of the counts is that large where the sides are alike. */
  double chance() {
    Plateau most =
        levels.stream()
            .max(Comparator.comparingInt(each -> each.ours().size() + each.jmh().size()))
            .orElseThrow();
    int[][] table = {
      {most.ours().size(), count(true) - most.ours().size()},
      {most.jmh().size(), count(false) - most.jmh().size()}
    };
    return FisherExactTest.withDefaults().test(table).getPValue();
  }

  /** The levels in words, and how likely their counts are. */
  String text() {
    return levels.stream().map(Plateau::text).collect(Collectors.joining("; "))
        + String.format(Locale.ROOT, "; Fisher's p of the counts %.2f", chance());
  }
}
