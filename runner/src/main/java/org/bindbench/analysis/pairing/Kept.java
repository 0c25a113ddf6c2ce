package org.bindbench.analysis.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.baseline.KeptMetric;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Keeps of a run what another run needs to be compared with it. */
public final class Kept {
  private Kept() {}

  /**
   * Every row of a run that can be compared by its protocol, in the order of the run.
   *
   * @param digests of the suite files, by file
   */
  public static List<KeptRow> rows(RunAnalysis analysis, Map<String, String> digests) {
    return analysis.results().stream()
        .filter(row -> Judging.metric(row.declaration()).isPresent())
        .map(row -> row(row, Fingerprint.of(analysis.run(), row, digests).facts()))
        .toList();
  }

  /** The metrics of a case that are compared, the one that matters most first; may be none. */
  public static List<Metric> metrics(CaseDeclaration declaration) {
    return RowPair.metrics(declaration);
  }

  /** One row under the given facts. */
  static KeptRow row(CaseResult row, Map<String, String> facts) {
    List<TrialOutcome> outcomes = row.trials().stream().map(TrialRecord::outcome).toList();
    boolean interrupted =
        !outcomes.isEmpty() && outcomes.stream().allMatch(TrialOutcome.Skipped::isCutShort);
    return new KeptRow(
        row.id(),
        row.engine(),
        row.style(),
        row.setup(),
        String.valueOf(row.declaration().file().getFileName()),
        row.declaration().protocol(),
        row.declaration().unit(),
        row.declaration().tags(),
        row.status(),
        row.reason(),
        outcomes.stream().anyMatch(TrialOutcome::isError),
        metrics(row),
        absent(row),
        row.flags(),
        row.machineMoved(),
        value(row, Metrics.RULER),
        value(row, Metrics.CPU_PER_WALL),
        wrong(row, outcomes, interrupted).orElse(""),
        interrupted,
        outcomes.stream().anyMatch(TrialOutcome.Skipped::isCutShort),
        answers(outcomes),
        facts);
  }

  private static double value(CaseResult row, Metric metric) {
    return row.summary(metric.id()).map(Summary::value).filter(Double::isFinite).orElse(0.0);
  }

  private static List<KeptMetric> metrics(CaseResult row) {
    List<KeptMetric> metrics = new ArrayList<>();
    for (Metric metric : RowPair.metrics(row.declaration())) {
      Optional<Summary> summary = row.summary(metric.id());
      if (summary.isEmpty()) continue;
      boolean settles = metric.id().equals(Metrics.ALLOCATED_BYTES.id());
      metrics.add(
          new KeptMetric(
              summary.get().metric(),
              summary.get().forkValues(),
              settles ? steady(row, metric) : List.of()));
    }
    return metrics;
  }

  private static List<Double> steady(CaseResult row, Metric metric) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < row.trials().size(); i++)
      if (row.forkSteadiness().get(i).isSteady()
          && row.trials().get(i).outcome() instanceof TrialOutcome.Completed completed)
        completed.measures().stream()
            .filter(each -> each.metric().id().equals(metric.id()))
            .forEach(each -> values.add(each.value()));
    return values;
  }

  private static Map<String, String> absent(CaseResult row) {
    Map<String, String> absent = new LinkedHashMap<>();
    for (Metric metric : RowPair.metrics(row.declaration()))
      row.absent().stream()
          .filter(each -> each.metric().id().equals(metric.id()))
          .map(Absent::reason)
          .findFirst()
          .ifPresent(reason -> absent.put(metric.id(), reason));
    return absent;
  }

  /** A fork that is no figure and says so of the others, or no figure at all. */
  private static Optional<String> wrong(
      CaseResult row, List<TrialOutcome> outcomes, boolean interrupted) {
    for (TrialOutcome outcome : outcomes)
      if (outcome instanceof TrialOutcome.Eliminated || outcome instanceof TrialOutcome.WrongAnswer)
        return Optional.of(word(outcome.status()) + ": " + outcome.reason());
    if (row.isCompleted() || interrupted) return Optional.empty();
    return Optional.of(word(row.status()) + (row.reason().isEmpty() ? "" : ": " + row.reason()));
  }

  private static String word(String status) {
    return status.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<Double> answers(List<TrialOutcome> outcomes) {
    return outcomes.stream()
        .filter(TrialOutcome.Completed.class::isInstance)
        .flatMap(outcome -> ((TrialOutcome.Completed) outcome).measures().stream())
        .filter(each -> each.metric().id().equals(Metrics.ANSWER.id()))
        .map(Measure::value)
        .distinct()
        .sorted()
        .toList();
  }
}
