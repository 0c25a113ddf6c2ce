package org.bindbench.analysis.leak.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.TrialOutcome.Explained;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.leak.LeakEvidence;

/** The explanations of a run: one for each row that lost memory. */
public final class Explanations {
  private Explanations() {}

  /** In the order of the rows. */
  public static List<Explanation> of(RunAnalysis analysis) {
    List<CaseResult> lost = Losses.of(analysis);
    List<Explanation> all = new ArrayList<>();
    for (CaseResult row : analysis.results()) {
      Optional<TrialRecord> trial = trial(analysis, row);
      if (trial.isPresent()) all.add(of(row, trial.get()));
      else if (lost.contains(row)) all.add(without(row, "no fork of this run looked for it"));
    }
    return all;
  }

  /** That of one row; empty where it lost nothing. */
  public static Optional<Explanation> of(RunAnalysis analysis, CaseResult row) {
    return of(analysis).stream()
        .filter(each -> each.id().equals(row.id()) && each.column().equals(row.column()))
        .findFirst();
  }

  private static Optional<TrialRecord> trial(RunAnalysis analysis, CaseResult row) {
    return analysis.run().trials().stream()
        .filter(trial -> TrialSpec.explains(trial.spec()))
        .filter(trial -> trial.spec().id().equals(row.id()))
        .filter(trial -> Column.of(trial.spec()).equals(row.column()))
        .findFirst();
  }

  private static Explanation of(CaseResult row, TrialRecord trial) {
    if (!(trial.outcome() instanceof Explained explained))
      return without(
          row,
          trial.outcome().status().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ": "
              + trial.outcome().reason());
    LeakEvidence evidence = explained.evidence();
    return new Explanation(
        row.id(),
        row.column(),
        Optional.of(evidence),
        trial.worker().map(WorkerFacts::engine).orElse(row.engine()),
        "",
        Way.of(evidence.paths()));
  }

  private static Explanation without(CaseResult row, String reason) {
    return new Explanation(row.id(), row.column(), Optional.empty(), "", reason, List.of());
  }
}
