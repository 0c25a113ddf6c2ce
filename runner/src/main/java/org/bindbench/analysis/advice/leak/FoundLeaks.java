package org.bindbench.analysis.advice.leak;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.RemarkRule;
import org.bindbench.analysis.leak.CycleGrowth;
import org.bindbench.analysis.leak.Kept;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.analysis.leak.LeakVerdict;
import org.bindbench.analysis.leak.Severity;
import org.bindbench.model.Remark;

/**
 * Leaks that nobody declared: how much, how sure, who keeps it, and where to look. A critical one
 * is an error, a major one a warning.
 */
public final class FoundLeaks implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<LeakRow> rows = LeakReview.of(run);
    return rows.stream()
        .flatMap(row -> row.severity().map(severity -> remark(row, severity, rows)).stream())
        .toList();
  }

  private static Remark remark(LeakRow row, Severity severity, List<LeakRow> all) {
    CycleGrowth growth = row.finding().figures().orElseThrow();
    String kept = row.kept().map(Kept::sentence).filter(text -> !text.isEmpty()).orElse("");
    return new Remark(
        severity.ofRemark(),
        row.title(),
        "%s leak: it keeps %s per 1,000 operations (95 %% interval %s to %s), at least %s over %d cycles%s%s%s"
            .formatted(
                severity.title(),
                Figures.bytes(growth.perThousand().value()),
                Figures.bytes(growth.perThousand().low()),
                Figures.bytes(growth.perThousand().high()),
                Figures.bytes(growth.leastTotal()),
                growth.cycles(),
                growth.missesTarget() ? ", more than the target of 1 MB per 1,000 operations" : "",
                kept.isEmpty() ? "" : "; " + kept,
                innocent(row, all).map(text -> "; " + text).orElse("")),
        row.kept().map(FoundLeaks::advice).orElse("look for what outlives a cycle"));
  }

  /** Variants of the same case on the same engine that do not leak tell which part does. */
  private static Optional<String> innocent(LeakRow row, List<LeakRow> all) {
    String others =
        all.stream()
            .filter(other -> other.verdict() == LeakVerdict.NO_LEAK)
            .filter(other -> other.column().equals(row.column()))
            .filter(other -> other.spec().id().name().equals(row.spec().id().name()))
            .filter(other -> other.spec().id().suite().equals(row.spec().id().suite()))
            .map(
                other ->
                    other.spec().id().params().entrySet().stream()
                        .map(param -> param.getKey() + "=" + param.getValue())
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining(" and "));
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of("the same case with " + others + " does not leak");
  }

  private static String advice(Kept kept) {
    double most = Math.max(kept.byCase(), Math.max(kept.byGuest(), kept.outside()));
    if (most == kept.byCase())
      return "look in the script for what outlives a cycle: lists and tables that only grow,"
          + " closures, subscriptions that are never cancelled";
    if (most == kept.byGuest())
      return "look for what the interpreter itself keeps: globals, modules, threads and coroutines"
          + " that never end, or close the interpreter from time to time";
    return "look in the library's static state and in the engine: closing the interpreter does not"
        + " free it; "
        + String.format(
            Locale.ROOT, "plan for %s of heap, or restart", Figures.bytes(kept.outside()));
  }
}
