package org.bindbench.cli.compare;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.baseline.Comparand;
import org.bindbench.cli.baseline.StoredRuns;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.cli.plan.Selection;
import org.bindbench.config.Settings;
import org.bindbench.model.UsageException;
import org.bindbench.report.ReportFormats;
import org.bindbench.wire.RunLock;

/** Two finished runs, or a baseline and a run, from their names to the exit code. */
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
   * @param base what is compared with, as {@link Comparand#named} takes it
   * @param head the same of the run that is judged
   */
  int run(String base, String head) throws Exception {
    Instant now = Clock.systemUTC().instant();
    Selection selection = new Selection(settings.patterns(), settings.tags(), List.of());
    Path folder = RunFolder.of(settings, "compare-runs", now);
    ComparedRun compared =
        new StoredRuns(
                settings, Gating.rules(settings, FailOn.NEVER), false, selection::includesRow)
            .compare(
                String.valueOf(folder.getFileName()),
                now,
                Comparand.named(base, settings),
                Comparand.named(head, settings));
    if (compared.rows().isEmpty())
      throw new UsageException(
          "There is nothing to compare: neither run has a rate or retained bytes that match"
              + " --pattern and --tag.");
    return RunLock.whileHeld(
        RunFolder.all(settings),
        () ->
            new Reporting(terminal)
                .report(
                    compared,
                    ReportFormats.named(settings.formats()),
                    List.of(folder, settings.outputFolder())));
  }
}
