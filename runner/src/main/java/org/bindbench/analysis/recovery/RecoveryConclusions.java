package org.bindbench.analysis.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.stress.Conclusion;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.Release;

/** What a run says of memory that came back, a sentence for each case and column with figures. */
public final class RecoveryConclusions {
  /** Less than this came back: worth a sentence of its own, as the expected range is set. */
  private static final double NEARLY_ALL = 95;

  private static final double HALF = 50;

  private record Subject(String suite, String name, Column column) {}

  private RecoveryConclusions() {}

  /** The conclusions in the order of the rows. */
  public static List<Conclusion> of(RunAnalysis analysis) {
    List<Conclusion> conclusions = new ArrayList<>();
    grouped(analysis.results(), RecoveryMetrics.RECOVERY)
        .forEach((subject, ways) -> conclusions.add(recovery(subject, ways)));
    analysis.results().stream()
        .filter(row -> row.declaration().protocol().equals(RecoveryMetrics.GIVEN_BACK))
        .flatMap(row -> givenBack(row).stream())
        .forEach(conclusions::add);
    return conclusions;
  }

  private static Map<Subject, List<CaseResult>> grouped(List<CaseResult> rows, String protocol) {
    return rows.stream()
        .filter(row -> row.declaration().protocol().equals(protocol))
        .filter(row -> row.summary(RecoveryMetrics.RECOVERED.id()).isPresent())
        .collect(
            Collectors.groupingBy(
                row -> new Subject(row.id().suite(), row.id().name(), row.column()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static Conclusion recovery(Subject subject, List<CaseResult> ways) {
    List<CaseResult> incomplete =
        ways.stream().filter(row -> value(row, RecoveryMetrics.RECOVERED) < NEARLY_ALL).toList();
    String finding =
        incomplete.isEmpty()
            ? "what is let go is free again, whichever of %d ways was measured"
                .formatted(ways.size())
            : "not all is free again when it is let go "
                + incomplete.stream()
                    .map(RecoveryConclusions::way)
                    .collect(Collectors.joining(", and "));
    String evidence =
        ways.stream()
            .map(
                row ->
                    "%s %s after %s"
                        .formatted(
                            way(row),
                            Figures.quantity(value(row, RecoveryMetrics.RECOVERED), "%"),
                            Figures.quantity(value(row, RecoveryMetrics.STABLE_AFTER), "ms")))
            .collect(Collectors.joining("; "));
    Optional<Summary> unasked =
        ways.stream()
            .flatMap(row -> row.summary(RecoveryMetrics.RECOVERED_UNASKED.id()).stream())
            .findFirst();
    String unforced =
        unasked
            .map(
                share ->
                    "; %s where the script works on and nobody asks for a collection"
                        .formatted(Figures.quantity(share.value(), "%")))
            .orElse("");
    return new Conclusion(
        subject.suite() + "." + subject.name() + " · " + subject.column(),
        finding,
        evidence + unforced,
        advice(incomplete, unasked));
  }

  private static String advice(List<CaseResult> incomplete, Optional<Summary> unasked) {
    if (!incomplete.isEmpty())
      return "look for what still refers to the objects: a class histogram after letting go shows"
          + " what is left";
    return unasked.filter(share -> share.value() < HALF).isPresent()
        ? "ask for a collection after letting go of much, where memory matters: old objects are"
            + " freed only when the heap is nearly full, which is no leak"
        : "";
  }

  private static String way(CaseResult row) {
    String id = row.id().params().getOrDefault(RecoveryMetrics.RELEASE, "");
    return Release.of(id).map(Release::title).orElse(id);
  }

  private static Optional<Conclusion> givenBack(CaseResult row) {
    Optional<Summary> heap = row.summary(RecoveryMetrics.HEAP_GIVEN_BACK.id());
    if (heap.isEmpty()) return Optional.empty();
    String collector =
        row.trials().stream()
            .flatMap(trial -> trial.worker().stream())
            .map(worker -> worker.collector())
            .findFirst()
            .orElse("an unknown collector");
    String process =
        row.summary(RecoveryMetrics.PROCESS_GIVEN_BACK.id())
            .map(share -> ", and " + Figures.quantity(share.value(), "%") + " of the process")
            .orElse("");
    String finding =
        "the system gets back %s of the heap that was taken%s"
            .formatted(Figures.quantity(heap.get().value(), "%"), process);
    String evidence =
        "committed heap %s, then %s, then %s%s; collectors: %s"
            .formatted(
                bytes(row, RecoveryMetrics.COMMITTED_BEFORE),
                bytes(row, RecoveryMetrics.COMMITTED_WITH),
                bytes(row, RecoveryMetrics.COMMITTED_AFTER),
                row.summary(RecoveryMetrics.GIVEN_BACK_AFTER.id())
                    .map(after -> ", after " + Figures.quantity(after.value(), "ms"))
                    .orElse(""),
                collector);
    String advice =
        heap.get().value() < HALF
            ? "where the system needs the memory back, measure this with other collectors"
                + " (--gc serial,g1,zgc) and choose one that gives it back"
            : "";
    return Optional.of(new Conclusion(row.title(), finding, evidence, advice));
  }

  private static String bytes(CaseResult row, Metric metric) {
    return Figures.bytes(value(row, metric));
  }

  private static double value(CaseResult row, Metric metric) {
    return row.summary(metric.id()).map(Summary::value).orElse(Double.NaN);
  }

  /** Whether the run has a row that such conclusions are drawn from. */
  public static boolean isAsked(RunAnalysis analysis) {
    return analysis.results().stream()
        .map(row -> row.declaration().protocol())
        .anyMatch(
            protocol ->
                protocol.equals(RecoveryMetrics.RECOVERY)
                    || protocol.equals(RecoveryMetrics.GIVEN_BACK));
  }
}
