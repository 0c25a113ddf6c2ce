package org.bindbench.cli.baseline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.Fingerprint;
import org.bindbench.analysis.pairing.FinishedRuns;
import org.bindbench.cli.compare.Gating;
import org.bindbench.config.Settings;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.RunRecord;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.comparison.ComparisonPlan;

/** Compares a finished run with an earlier one, or with a baseline. */
public final class StoredRuns {
  private final Settings settings;
  private final GateRules rules;
  private final boolean forced;
  private final BiPredicate<CaseDeclaration, CaseId> selected;

  /**
   * By the settings and these rules.
   *
   * @param forced whether rows are compared although their circumstances differ
   */
  public StoredRuns(
      Settings settings,
      GateRules rules,
      boolean forced,
      BiPredicate<CaseDeclaration, CaseId> selected) {
    this.settings = settings;
    this.rules = rules;
    this.forced = forced;
    this.selected = selected;
  }

  /**
   * The comparison.
   *
   * @param id name of what is told of it
   * @param now when it was made
   * @throws UsageException where the head is no run
   */
  public ComparedRun compare(String id, Instant now, Comparand base, Comparand head) {
    RunAnalysis analysis =
        head.analysis()
            .orElseThrow(
                () ->
                    new UsageException(
                        "The head, %s, is no run: name the folder of a run as what is judged."
                            .formatted(head.words().get(0))));
    RunRecord run = analysis.run();
    List<ComparedRow> rows =
        new FinishedRuns(Gating.gates(settings), selected, forced).rows(base.rows(), head.rows());
    int errors = base.errors(selected) + head.errors(selected);
    GateReport held = ComparedRun.held(rules, rows, errors, head.missed(selected));
    boolean interrupted = base.isInterrupted(selected) || head.isInterrupted(selected);
    return new ComparedRun(
        id,
        now,
        Duration.ZERO,
        run.environment(),
        run.plan(),
        new ComparisonPlan(base.words(), head.words()),
        false,
        rows,
        0,
        interrupted ? held.ofInterrupted() : held,
        errors,
        notes(base, head, rows));
  }

  private List<String> notes(Comparand base, Comparand head, List<ComparedRow> rows) {
    List<String> notes = new ArrayList<>(List.of(FinishedRuns.DRIFT));
    boolean unlike = rows.stream().anyMatch(row -> row.standing() == Standing.UNLIKE);
    if (forced && unlike)
      notes.add(
          "compared although circumstances differ, which fails nothing: "
              + String.join("; ", differences(base, head)));
    return notes;
  }

  /** Every difference of a pair of rows, each once. */
  private static List<String> differences(Comparand base, Comparand head) {
    TreeSet<String> differences = new TreeSet<>();
    for (KeptRow ours : base.rows())
      head.rows().stream()
          .filter(theirs -> theirs.title().equals(ours.title()))
          .forEach(
              theirs ->
                  differences.addAll(
                      new Fingerprint(ours.facts()).differences(new Fingerprint(theirs.facts()))));
    return List.copyOf(differences);
  }
}
