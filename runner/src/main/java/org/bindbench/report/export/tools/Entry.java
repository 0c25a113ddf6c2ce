package org.bindbench.report.export.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.steady.RateReduction;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.report.Engines;

/**
 * A row with figures, under what other tools can tell it by.
 *
 * @param labels language, engine, binding style and JVM setup where they matter, then the case's
 *     parameters
 * @param segments timed calls that make an iteration
 */
record Entry(CaseResult row, Map<String, String> labels, int segments) {
  /** What exports call a row by beside its parameters. */
  private static final Set<String> RESERVED =
      Set.of("language", "engine", "style", "setup", "suite", "case", "unit");

  /** The rows that have figures, in the order of the run; controls are none. */
  static List<Entry> of(RunAnalysis analysis) {
    Engines engines = new Engines(analysis);
    List<Entry> entries = new ArrayList<>();
    for (CaseResult row : analysis.results()) {
      if (!row.isCompleted() || row.isControl()) continue;
      Effort effort = analysis.run().plan().efforts().get(row.engine());
      entries.add(
          new Entry(
              row,
              labels(row, engines.language(row).id()),
              effort == null ? 1 : effort.segmentsPerIteration()));
    }
    return entries;
  }

  private static Map<String, String> labels(CaseResult row, String language) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("language", language);
    labels.put("engine", row.engine());
    if (row.style() != BindingStyle.OWN) labels.put("style", row.style().title());
    if (!row.setup().isEmpty()) labels.put("setup", row.setup());
    row.id()
        .params()
        .forEach(
            (name, value) -> labels.put(RESERVED.contains(name) ? "param_" + name : name, value));
    return labels;
  }

  /** {@code suite.case}, without parameters. */
  String benchmark() {
    return row.id().withoutParams();
  }

  /** {@code suite.case[size=8] · luaj, hand binding}: the row in words. */
  String title() {
    return row.title();
  }

  /** The rate, where the row has one. */
  Optional<Summary> rate() {
    return row.summary(Metrics.RATE);
  }

  /** The forks that have figures. */
  List<Completed> forks() {
    return row.trials().stream()
        .map(TrialRecord::outcome)
        .filter(Completed.class::isInstance)
        .map(Completed.class::cast)
        .toList();
  }

  /** Rates of the measured iterations, per fork, in the order they were taken. */
  List<double[]> iterations() {
    return forks().stream()
        .map(fork -> RateReduction.iterations(fork.samples(), segments))
        .toList();
  }

  /** Timed calls of a phase in the fork that has most of them, in iterations. */
  int iterations(Phase phase) {
    return forks().stream()
            .mapToInt(
                fork -> (int) fork.samples().stream().filter(each -> isTimed(each, phase)).count())
            .max()
            .orElse(0)
        / segments;
  }

  /** Operations that a fork was timed doing. */
  static long operations(Completed fork) {
    return fork.samples().stream()
        .filter(each -> isTimed(each, Phase.MEASURED))
        .mapToLong(Sample::operations)
        .sum();
  }

  private static boolean isTimed(Sample sample, Phase phase) {
    return sample.phase() == phase && sample.metric().equals(Metrics.ELAPSED_NANOS.id());
  }
}
