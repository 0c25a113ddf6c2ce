package org.bindbench.analysis.advice.leak;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.RemarkRule;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/**
 * Findings that control or planted leak speak against: an error where one of them was measured and
 * failed, a warning where it is missing.
 */
public final class UntrustedLeaks implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    Map<List<String>, List<LeakRow>> alike =
        LeakReview.of(run).stream()
            .filter(row -> !row.isTrusted())
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.column().engine(), String.join("; ", row.doubts())),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return alike.values().stream().map(UntrustedLeaks::remark).toList();
  }

  private static Remark remark(List<LeakRow> rows) {
    LeakRow first = rows.get(0);
    boolean failed = rows.stream().anyMatch(LeakRow::isInvalid);
    return new Remark(
        failed ? Severity.ERROR : Severity.WARNING,
        "leaks on " + first.column().engine(),
        rows.stream().map(LeakRow::title).toList(),
        "what was found in "
            + (rows.size() == 1 ? "1 row" : rows.size() + " rows")
            + " is not to be trusted: "
            + String.join("; ", first.doubts()),
        failed
            ? "measure again with nothing else on the machine, or over more cycles:"
                + " --set sizes.leak.cycles=60"
            : "add to the suite a case tagged control that does nothing, and one tagged planted"
                + " that keeps a known number of bytes: docs/memory_leaks.md");
  }
}
