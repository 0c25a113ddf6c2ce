package org.bindbench.cli.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.pairing.FinishedRuns;
import org.bindbench.analysis.pairing.ForeignRuns;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.config.Settings;
import org.bindbench.model.Environment;
import org.bindbench.model.Plan;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.foreign.ForeignRun;
import org.bindbench.report.ReportFormats;
import org.bindbench.wire.RunLock;
import org.bindbench.wire.foreign.ForeignFiles;

/** Result files of JMH or pytest-benchmark, from their names to the exit code. */
public final class ForeignComparison {
  private final Terminal terminal;
  private final Settings settings;
  private final Environment reader;

  /**
   * A comparison that is made here.
   *
   * @param reader the computer it is made on, which need not be the one that measured
   */
  public ForeignComparison(Terminal terminal, Settings settings, Environment reader) {
    this.terminal = terminal;
    this.settings = settings;
    this.reader = reader;
  }

  /** Whether these words name files of other tools, and neither runs of ours nor baselines. */
  public static boolean isMeant(List<String> words) {
    return words.stream()
        .flatMap(word -> Stream.of(word.split(",")))
        .map(part -> Path.of(part.strip()))
        .anyMatch(ForeignComparison::holdsForeign);
  }

  private static boolean holdsForeign(Path path) {
    if (Files.isDirectory(path))
      return !Files.exists(path.resolve("run.json"))
          && ForeignFiles.named(path.toString()).stream().anyMatch(ForeignFiles::isForeign);
    return ForeignFiles.isForeign(path);
  }

  int run(String base, String head) throws Exception {
    Instant now = Clock.systemUTC().instant();
    Path folder = RunFolder.of(settings, "compare-files", now);
    ComparedRun compared = compared(now, folder, base, head, FailOn.NEVER);
    return RunLock.whileHeld(
        RunFolder.all(settings),
        () ->
            new Reporting(terminal)
                .report(
                    compared,
                    ReportFormats.named(settings.formats()),
                    List.of(folder, settings.outputFolder())));
  }

  /**
   * What the files come to.
   *
   * @param folder of the reports, whose name is that of the comparison
   * @param usual what fails where the settings do not say
   * @throws UsageException where a file cannot be read, or the sides are not of one tool
   */
  public ComparedRun compared(Instant now, Path folder, String base, String head, FailOn usual) {
    ForeignRun ours = ForeignFiles.read(ForeignFiles.named(base));
    ForeignRun theirs = ForeignFiles.read(ForeignFiles.named(head));
    if (!ours.tool().equals(theirs.tool()))
      throw new UsageException(
          "The base is of %s and the head of %s: there is nothing to compare."
              .formatted(ours.tool(), theirs.tool()));
    List<ComparedRow> rows = ForeignRuns.rows(ours, theirs, Gating.gates(settings));
    if (rows.isEmpty())
      throw new UsageException("There is nothing to compare: neither side has a benchmark.");
    return compared(now, String.valueOf(folder.getFileName()), ours, theirs, rows, usual);
  }

  private ComparedRun compared(
      Instant now,
      String id,
      ForeignRun base,
      ForeignRun head,
      List<ComparedRow> rows,
      FailOn usual) {
    return new ComparedRun(
        id,
        now,
        Duration.ZERO,
        reader,
        new Plan(
            base.tool(), List.of("compare"), List.of(), Map.of(), 0, 0, Duration.ZERO, List.of()),
        new ComparisonPlan(describe(base), describe(head)),
        false,
        rows,
        0,
        ComparedRun.held(Gating.rules(settings, usual), rows, 0, List.of()),
        0,
        List.of(
            "measured by " + base.tool() + ", where the machine is not recorded: " + base.forks(),
            FinishedRuns.DRIFT));
  }

  private static List<String> describe(ForeignRun run) {
    return List.of(run.tool() + " " + String.join(", ", run.files()));
  }
}
