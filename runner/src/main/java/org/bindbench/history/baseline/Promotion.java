package org.bindbench.history.baseline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.leak.LeakAlarm;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateResult;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.Kept;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;

/** Whether a run may become a baseline: only a run that passed may. */
public final class Promotion {
  private static final int SHOWN = 3;

  private Promotion() {}

  /**
   * Why a run may not become a baseline whatever it replaces, in one clause; empty where it may.
   */
  public static Optional<String> refusal(RunAnalysis analysis) {
    List<TrialRecord> errors =
        analysis.run().measuring().filter(trial -> trial.outcome().isError()).toList();
    if (!errors.isEmpty())
      return Optional.of(
          "%s: %s"
              .formatted(
                  errors.size() == 1 ? "1 trial failed" : errors.size() + " trials failed",
                  first(
                      errors.stream()
                          .map(each -> each.spec().title() + " " + each.outcome().status())
                          .distinct()
                          .toList())));
    long skipped =
        analysis
            .run()
            .measuring()
            .filter(trial -> TrialOutcome.Skipped.isCutShort(trial.outcome()))
            .count();
    if (skipped > 0)
      return Optional.of(
          "it was interrupted, and "
              + (skipped == 1 ? "1 trial" : skipped + " trials")
              + " did not run");
    List<String> missed =
        analysis.checks().stream().filter(RangeCheck::fails).map(RangeCheck::subject).toList();
    if (!missed.isEmpty())
      return Optional.of("it missed a threshold that fails a run: " + first(missed));
    List<String> leaks =
        LeakAlarm.of(analysis).stream().filter(LeakAlarm::fails).map(LeakAlarm::title).toList();
    if (!leaks.isEmpty()) return Optional.of("it has a critical leak: " + first(leaks));
    List<String> invalid =
        LeakReview.of(analysis).stream().filter(LeakRow::isInvalid).map(LeakRow::title).toList();
    if (!invalid.isEmpty())
      return Optional.of("its leaks were not measured as they should be: " + first(invalid));
    List<String> planted =
        analysis.results().stream()
            .filter(
                row -> row.flags().stream().anyMatch(flag -> flag.startsWith(CaseResult.PLANTED)))
            .map(CaseResult::title)
            .toList();
    if (!planted.isEmpty())
      return Optional.of("operations were planted in it on purpose: " + first(planted));
    if (analysis.results().stream().noneMatch(Promotion::hasFigures))
      return Optional.of("it has no rate and no retained bytes that could be compared");
    return analysis.baseline().filter(ComparedRun::isFailed).map(Promotion::gates);
  }

  private static boolean hasFigures(CaseResult row) {
    return row.isCompleted() && !row.isControl() && !Kept.metrics(row.declaration()).isEmpty();
  }

  /**
   * Why it may not take the place of the baseline that it is compared with here; empty where it
   * may.
   *
   * @param forced whether it may though circumstances differ
   */
  public static Optional<String> refusal(ComparedRun against, boolean forced) {
    if (against.isFailed()) return Optional.of(gates(against));
    if (forced) return Optional.empty();
    List<ComparedRow> unlike =
        against.rows().stream().filter(row -> row.standing() == Standing.UNLIKE).toList();
    if (!unlike.isEmpty())
      return Optional.of(
          "%s: %s"
              .formatted(
                  unlike.size() == 1
                      ? "1 row was measured under other circumstances"
                      : unlike.size() + " rows were measured under other circumstances",
                  unlike.get(0).comparison().reason()));
    return against.gates().outcome() == GateReport.Outcome.NOT_JUDGED
        ? Optional.of("nothing in it could be compared, which is no pass")
        : Optional.empty();
  }

  private static String gates(ComparedRun against) {
    return "it fails "
        + against.gates().failures().stream().map(Promotion::gate).collect(Collectors.joining("; "))
        + " against "
        + String.join(", ", against.sides().base());
  }

  private static String gate(GateResult result) {
    List<String> behind =
        result.rows().isEmpty()
            ? result.named()
            : result.rows().stream().map(row -> row.subject().title()).toList();
    return "the gate of "
        + switch (result.kind()) {
          case ROW -> "single rows";
          case CRITICAL -> "critical rows";
          case MAJOR -> "major rows";
          case REGRESSED -> "cases that regressed";
          case THRESHOLDS -> "thresholds and critical leaks";
          case ERRORS -> "errors";
          case MISSING -> "missing rows";
          case INCONCLUSIVE -> "rows without a verdict";
        }
        + (behind.isEmpty() ? "" : " (" + first(behind) + ")");
  }

  private static String first(List<String> titles) {
    String shown = titles.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return titles.size() <= SHOWN ? shown : shown + " and " + (titles.size() - SHOWN) + " more";
  }
}
