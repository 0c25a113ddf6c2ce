package org.bindbench.cli.compare;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.FinishedRuns;
import org.bindbench.analysis.pairing.FinishedRuns.Finished;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.cli.RunFolder;
import org.bindbench.cli.Selection;
import org.bindbench.cli.Terminal;
import org.bindbench.config.Settings;
import org.bindbench.model.RunRecord;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.report.ReportFormats;
import org.bindbench.wire.RunLock;
import org.bindbench.wire.StoredComparison;
import org.bindbench.wire.StoredRun;
import org.bindbench.wire.SuiteDigests;

/** Two finished runs, from their names to the exit code. */
final class FinishedComparison {
  private final Terminal terminal;
  private final Settings settings;

  FinishedComparison(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  /**
   * Compares them.
   *
   * @param base folder of a run, or its name below the folder of all runs
   * @param head the same of the run that is judged
   */
  int run(String base, String head) throws Exception {
    Instant now = Clock.systemUTC().instant();
    Finished ours = finished(folder(base));
    Finished theirs = finished(folder(head));
    Path folder = RunFolder.of(settings, "compare-runs", now);
    ComparedRun compared = compared(now, String.valueOf(folder.getFileName()), ours, theirs);
    return RunLock.whileHeld(
        RunFolder.all(settings),
        () ->
            new Reporting(terminal)
                .report(
                    compared,
                    ReportFormats.named(settings.formats()),
                    List.of(folder, settings.outputFolder())));
  }

  private ComparedRun compared(Instant now, String id, Finished ours, Finished theirs) {
    RunRecord base = ours.analysis().run();
    RunRecord head = theirs.analysis().run();
    return new ComparedRun(
        id,
        now,
        Duration.ZERO,
        head.environment(),
        base.plan(),
        new ComparisonPlan(
            describe(base), describe(head), List.of(), false, 0, List.of(), List.of()),
        false,
        rows(ours, theirs),
        0,
        Gating.failOn(settings, false),
        settings.inconclusiveFails(),
        Judgement.errors(ours.analysis()) + Judgement.errors(theirs.analysis()),
        List.of(FinishedRuns.DRIFT));
  }

  private List<ComparedRow> rows(Finished ours, Finished theirs) {
    Selection selection = new Selection(settings.patterns(), settings.tags(), List.of());
    List<ComparedRow> rows =
        new FinishedRuns(Gating.gates(settings), selection::includesRow).rows(ours, theirs);
    if (rows.isEmpty())
      throw new UsageException(
          "There is nothing to compare: neither run has a rate or retained bytes that match"
              + " --pattern and --tag.");
    return rows;
  }

  private static List<String> describe(RunRecord run) {
    return List.of("run " + run.id(), String.join(" ", run.plan().command()));
  }

  private Finished finished(Path folder) {
    if (StoredComparison.find(folder).isPresent())
      throw new UsageException(
          "The run in "
              + folder
              + " is a comparison already; `report "
              + folder
              + "` writes its reports again.");
    RunAnalysis analysis = RunAnalyser.analyse(StoredRun.read(folder), settings.thresholds());
    return new Finished(analysis, SuiteDigests.read(folder));
  }

  private Path folder(String name) {
    Path named;
    try {
      named = Path.of(name);
    } catch (InvalidPathException e) {
      throw new UsageException(name + " is no path: " + e.getReason());
    }
    if (Files.isDirectory(named)) return named;
    Path below = RunFolder.all(settings).resolve(named);
    if (Files.isDirectory(below)) return below;
    throw new UsageException(
        "There is no run folder %s, neither here nor below %s."
            .formatted(name, RunFolder.all(settings)));
  }
}
