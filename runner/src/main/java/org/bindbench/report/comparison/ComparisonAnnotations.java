package org.bindbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.GateResult;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.Annotations;
import org.bindbench.report.Annotations.Kind;
import org.bindbench.report.ExitCode;

/**
 * A comparison as annotations: what fails it, what is worse all the same, and how many are open.
 */
public final class ComparisonAnnotations {
  private ComparisonAnnotations() {}

  /** The whole file. */
  public static byte[] of(ComparedRun run) {
    return Annotations.file(lines(run));
  }

  /** A line for each annotation. */
  public static List<String> lines(ComparedRun run) {
    List<String> lines = new ArrayList<>();
    for (GateResult failed : run.gates().failures())
      lines.add(
          Annotations.line(Kind.ERROR, "gate", GateWords.failure(failed, run.gates().rules())));
    if (ComparisonExit.ofGates(run) == ExitCode.TRIAL_ERRORED)
      lines.add(
          Annotations.line(
              Kind.WARNING, "gate", "not judged, which is no pass: not one row could be compared"));
    for (ComparedRow row : run.rows()) {
      Comparison comparison = row.comparison();
      boolean fails = run.isFailure(row);
      if (!fails && comparison.verdict() != Verdict.WORSE) continue;
      lines.add(
          Annotations.line(
              fails ? Kind.ERROR : Kind.WARNING,
              Wording.title(comparison.subject()),
              (Wording.verdict(comparison) + " " + Wording.change(comparison)).strip()
                  + " in "
                  + comparison.subject().metric().id()));
    }
    if (run.errors() > 0)
      lines.add(Annotations.line(Kind.ERROR, "Bindbench", "trials that failed: " + run.errors()));
    int open = run.count(Verdict.INCONCLUSIVE) + run.count(Verdict.NOT_COMPARABLE);
    if (open > 0)
      lines.add(
          Annotations.line(
              Kind.NOTICE,
              "Bindbench",
              "rows without a verdict: " + open + " of " + run.rows().size()));
    return lines;
  }
}
