package org.bindbench.analysis.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.TwoStage;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Rows judged by the real judge from fork values. */
final class GatedRows {
  static final Metric RATE = Metrics.rate("objects");

  private static final Column LUAJ = new Column("luaj", BindingStyle.OWN);

  private final Map<Subject, Sides> sides = new LinkedHashMap<>();
  private final List<GatedRow> barred = new ArrayList<>();

  /** Rates that differ by a hundredth from fork to fork; the head takes 1 + slower of the time. */
  GatedRows rate(String name, double slower) {
    return with(name, RATE, around(1e6, 8), around(1e6 / (1 + slower), 8));
  }

  GatedRows with(String name, Metric metric, List<Double> base, List<Double> head) {
    sides.put(subject(name, metric), new Sides(base, head));
    return this;
  }

  GatedRows barred(String name, Standing standing) {
    barred.add(
        new GatedRow(
            Comparison.notComparable(subject(name, RATE), "so", List.of()), Gates.TIME, standing));
    return this;
  }

  List<GatedRow> rows() {
    List<GatedRow> rows = new ArrayList<>();
    for (Comparison each :
        TwoStage.judgeOnce(
            sides, subject -> Gates.of(subject.metric()), subject -> List.of(), Optional.empty()))
      rows.add(new GatedRow(each, Gates.of(each.subject().metric()), Standing.PRESENT));
    rows.addAll(barred);
    return rows;
  }

  /** The same rows as if their circumstances differed. */
  List<GatedRow> unlike() {
    return rows().stream()
        .map(row -> new GatedRow(row.comparison(), row.gate(), Standing.UNLIKE))
        .toList();
  }

  static Subject subject(String name, Metric metric) {
    return new Subject(new CaseId("suite", name, Map.of()), LUAJ, LUAJ, metric);
  }

  static List<Double> around(double level, int forks) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < forks; i++) values.add(level * (1 + 0.01 * (i % 3 - 1)));
    return values;
  }
}
