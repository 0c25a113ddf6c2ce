package org.bindbench.analysis.change;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bindbench.analysis.Column;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Subjects and fork values that a test plants. */
final class Planted {
  static final Metric RATE = Metrics.rate("objects");

  private Planted() {}

  static Gate gate(Subject subject) {
    return Gates.of(subject.metric());
  }

  static Subject subject(String name, Metric metric) {
    Column column = new Column("luaj", BindingStyle.OWN);
    return new Subject(new CaseId("suite", name, Map.of()), column, column, metric);
  }

  /**
   * Eight forks a side whose geometric means are exactly these.
   *
   * @param spread deviation of the logarithms, nearly
   */
  static Sides sides(double base, double head, double spread) {
    return new Sides(forks(base, spread), forks(head, spread));
  }

  static List<Double> forks(double mean, double spread) {
    return List.of(-1.5, -0.9, -0.5, -0.2, 0.2, 0.5, 0.9, 1.5).stream()
        .map(z -> mean * Math.exp(spread * z))
        .toList();
  }

  static Sides constant(double base, double head) {
    return new Sides(List.of(base, base, base), List.of(head, head, head));
  }

  /** Lognormal forks with this coefficient of variation about these medians. */
  static Sides drawn(Random random, int forks, double cv, double base, double head) {
    return new Sides(drawn(random, forks, cv, base), drawn(random, forks, cv, head));
  }

  static List<Double> drawn(Random random, int forks, double cv, double median) {
    double deviation = Math.sqrt(Math.log1p(cv * cv));
    return IntStream.range(0, forks)
        .mapToObj(i -> median * Math.exp(deviation * random.nextGaussian()))
        .toList();
  }
}
