package org.bindbench.analysis.selfcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often a planted change was found, by how much the forks of the case differ.
 *
 * @param planted share of operations that was planted
 * @param metric id of the metric
 * @param above spread of the rows that count, from just above this …
 * @param upTo … up to this, as coefficients of variation
 * @param found rows called worse, of all that were compared
 * @param wrong rows called the same or better, of all that were compared
 */
public record Power(
    double planted, String metric, double above, double upTo, Share found, Share wrong) {
  /** Bounds of the classes of spread; the last class has no upper bound. */
  private static final double[] SPREADS = {
    0, 0.05, 0.06, 0.08, 0.10, 0.15, Double.POSITIVE_INFINITY
  };

  /** One entry per planted share, metric and class of spread that has a comparison. */
  public static List<Power> of(List<CheckedRun> runs) {
    List<Finding> findings = planted(runs);
    List<Power> classes = new ArrayList<>();
    for (double planted :
        findings.stream().mapToDouble(Finding::planted).distinct().sorted().toArray())
      for (String metric :
          findings.stream().map(finding -> finding.metric().id()).distinct().sorted().toList())
        for (int i = 1; i < SPREADS.length; i++) {
          Power power = of(findings, planted, metric, SPREADS[i - 1], SPREADS[i]);
          if (power.found().of() > 0) classes.add(power);
        }
    return classes;
  }

  /** All rows of a metric whose forks spread up to so much. */
  public static Power upTo(List<CheckedRun> runs, double planted, String metric, double spread) {
    return of(planted(runs), planted, metric, Double.NEGATIVE_INFINITY, spread);
  }

  /** Planted changes that are too small to count, which no class has. */
  public static List<Finding> tooSmall(List<CheckedRun> runs) {
    return all(runs).filter(Finding::isBelowFloor).toList();
  }

  private static List<Finding> planted(List<CheckedRun> runs) {
    return all(runs).filter(finding -> !finding.isBelowFloor()).toList();
  }

  private static Stream<Finding> all(List<CheckedRun> runs) {
    return runs.stream()
        .filter(run -> run.planted() > 0)
        .flatMap(run -> FalseAlarms.judged(run).stream());
  }

  private static Power of(
      List<Finding> findings, double planted, String metric, double above, double upTo) {
    List<Finding> counted =
        findings.stream()
            .filter(finding -> finding.planted() == planted && finding.metric().id().equals(metric))
            .filter(finding -> finding.spread() > above || above == 0 && finding.spread() == 0)
            .filter(finding -> finding.spread() <= upTo)
            .toList();
    return new Power(
        planted,
        metric,
        above,
        upTo,
        new Share((int) counted.stream().filter(Finding::isFound).count(), counted.size()),
        new Share((int) counted.stream().filter(Finding::isWrong).count(), counted.size()));
  }
}
