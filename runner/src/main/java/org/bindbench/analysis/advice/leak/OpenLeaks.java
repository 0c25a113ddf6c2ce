package org.bindbench.analysis.advice.leak;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.RemarkRule;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.analysis.leak.LeakVerdict;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Leaks that were declared and not found, and suspicions that more cycles did not settle. */
public final class OpenLeaks implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    List<Remark> remarks = new ArrayList<>();
    for (LeakRow row : LeakReview.of(run)) {
      if (!row.isTrusted()) continue;
      if (row.verdict() == LeakVerdict.DECLARED_BUT_NOT_FOUND)
        remarks.add(
            new Remark(
                Severity.WARNING,
                row.title(),
                "it is declared to leak, but no leak was found: "
                    + row.finding().reason()
                    + seen(row),
                "where it no longer leaks take the tag leaks away; else let an operation keep more"));
      if (row.verdict() == LeakVerdict.SUSPECTED)
        remarks.add(
            new Remark(
                Severity.NOTE,
                row.title(),
                "a leak is suspected and was not measured over %d cycles: %s"
                    .formatted(LeakCycles.ENOUGH, row.finding().reason()),
                "measure it over more cycles: --set sizes.leak.cycles=" + LeakCycles.ENOUGH));
    }
    return remarks;
  }

  private static String seen(LeakRow row) {
    return row.finding()
        .figures()
        .map(
            growth ->
                "; a growth of "
                    + Figures.bytes(growth.detectable())
                    + " a cycle would have been seen")
        .orElse("");
  }
}
