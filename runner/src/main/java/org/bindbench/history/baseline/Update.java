package org.bindbench.history.baseline;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.baseline.Improvement;

/**
 * Whether a better run replaces its baseline. One comparison with a stored run confirms nothing, so
 * that the same row must be better in a second run, with forks of its own, before it does.
 */
public sealed interface Update {
  /** It does not; the reason says why. */
  record Not(String reason) implements Update {}

  /** It was better for the first time; noted until another run says the same. */
  record First(Improvement improvement) implements Update {}

  /** It was better again in these rows: it replaces the baseline. */
  record Confirmed(List<String> rows) implements Update {}

  /**
   * The decision.
   *
   * @param against the run compared with every row of its baseline
   * @param baselineRun id of the run that the baseline was made from
   * @param run id of the run
   * @param noted what an earlier run was better in
   */
  static Update decide(
      ComparedRun against, String baselineRun, String run, Optional<Improvement> noted) {
    if (against.gates().outcome() != GateReport.Outcome.PASSED)
      return new Not("its gates were " + against.gates().outcome().title());
    Optional<ComparedRow> worse =
        against.rows().stream()
            .filter(row -> row.comparison().verdict() == Verdict.WORSE)
            .findFirst();
    if (worse.isPresent()) return new Not("worse: " + title(worse.get()));
    Optional<ComparedRow> partial =
        against.rows().stream()
            .filter(row -> row.standing() != Standing.PRESENT && row.standing() != Standing.NEW)
            .findFirst();
    if (partial.isPresent())
      return new Not("a row of the baseline cannot be compared: " + title(partial.get()));
    List<String> better =
        against.rows().stream()
            .filter(row -> row.comparison().verdict() == Verdict.BETTER)
            .map(Update::title)
            .toList();
    if (better.isEmpty()) return new Not("nothing is better");
    List<String> again =
        noted
            .filter(each -> each.baselineRun().equals(baselineRun) && !each.run().equals(run))
            .map(each -> better.stream().filter(each.rows()::contains).toList())
            .orElse(List.of());
    return again.isEmpty()
        ? new First(new Improvement(baselineRun, run, better))
        : new Confirmed(again);
  }

  private static String title(ComparedRow row) {
    return row.comparison().subject().title();
  }
}
