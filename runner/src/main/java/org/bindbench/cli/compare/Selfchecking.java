package org.bindbench.cli.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.analysis.selfcheck.Finding;
import org.bindbench.cli.Durations;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.compare.sides.SideParser;
import org.bindbench.cli.compare.sides.SideSpec;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.config.Settings;
import org.bindbench.launch.LiveWorkers;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.Ticker;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportWriter;
import org.bindbench.report.export.CheckedRunJson;
import org.bindbench.report.selfcheck.SelfcheckReport;
import org.jspecify.annotations.Nullable;

/** Runs of a self-check, each stored when it ended, until there are enough or time is up. */
final class Selfchecking {
  private static final String PLANTING = "-Dbindbench.plant.operations=";

  private final Terminal terminal;
  private final Workbench workbench;
  private final Settings settings;
  private final MeasureOptions options;
  private final Path folder;
  private final @Nullable Long firstSeed;
  private final Ticker ticker = SystemTicker.INSTANCE;
  private int errors;

  /**
   * How many runs are wanted with so much planted.
   *
   * @param planted share of operations; 0 for the same code on both sides
   */
  record Wanted(double planted, int runs) {
    /** Share of the wanted runs that is there. */
    double done(List<CheckedRun> runs) {
      return (double) runs.stream().filter(run -> run.planted() == planted).count() / this.runs;
    }
  }

  Selfchecking(
      Terminal terminal,
      Workbench workbench,
      Settings settings,
      MeasureOptions options,
      Path folder) {
    this.terminal = terminal;
    this.workbench = workbench;
    this.settings = settings;
    this.options = options;
    this.folder = folder;
    this.firstSeed = options.seed;
  }

  /**
   * Runs what is missing, and prints what there is, which is also written beside the data.
   *
   * @return the exit code: whether a trial of a run made now errored
   */
  int run(List<Wanted> wanted) throws Exception {
    new ReportWriter(folder).requireUsable();
    List<CheckedRun> runs = new ArrayList<>(CheckedRunJson.read(folder));
    long start = ticker.nanos();
    Optional<Wanted> next = next(wanted, runs);
    while (next.isPresent() && !LiveWorkers.isEnding() && isTimeFor(runs, start)) {
      if (firstSeed != null) options.seed = firstSeed + runs.size();
      CheckedRun run = checked(next.get().planted());
      if (LiveWorkers.isEnding()) break; // a part of a run has no verdicts
      new ReportWriter(folder)
          .write(Map.of(CheckedRunJson.fileName(run), CheckedRunJson.write(run)));
      runs.add(run);
      next = next(wanted, runs);
    }
    terminal.out().print(SelfcheckReport.console(runs, terminal.style()));
    terminal.out().flush();
    new ReportWriter(folder)
        .write(
            Map.of(
                SelfcheckReport.FILE,
                SelfcheckReport.markdown(runs).getBytes(StandardCharsets.UTF_8)));
    if (errors == 0) return ExitCode.PASSED;
    terminal.say("trials that failed: " + errors + "; the folders of the runs say why");
    return ExitCode.TRIAL_ERRORED;
  }

  /** The kind of run of which the smallest share is there. */
  static Optional<Wanted> next(List<Wanted> wanted, List<CheckedRun> runs) {
    return wanted.stream()
        .filter(each -> each.runs() > 0 && each.done(runs) < 1)
        .min(Comparator.comparingDouble(each -> each.done(runs)));
  }

  /** Whether a run as long as the longest so far ends within the budget; the first always may. */
  private boolean isTimeFor(List<CheckedRun> runs, long start) {
    if (options.timeBudget == null) return true;
    Duration spent = Duration.ofNanos(ticker.nanos() - start);
    Duration longest =
        runs.stream().map(CheckedRun::elapsed).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    boolean isTime = spent.plus(longest).compareTo(options.timeBudget) <= 0;
    if (!isTime)
      terminal.say(
          "a run takes up to %s and %s of --time-budget is left: no further one is begun"
              .formatted(Durations.text(longest), Durations.text(options.timeBudget.minus(spent))));
    return isTime;
  }

  private CheckedRun checked(double planted) throws Exception {
    SideSpec same = unchanged();
    SideSpec head = planted == 0 ? same : side(List.of("jvm-args=" + PLANTING + planted));
    ComparedRun compared =
        new Comparing(terminal, workbench, settings, options)
            .measure(same, head, "selfcheck", (ended, run) -> ended);
    errors += compared.errors();
    return new CheckedRun(
        compared.plan().seed(),
        planted,
        compared.sides().forks(),
        compared.startedAt(),
        compared.elapsed(),
        compared.rows().stream().flatMap(row -> Finding.of(row, planted).stream()).toList());
  }

  /** A side that is as usual. */
  static SideSpec unchanged() {
    return side(List.of());
  }

  private static SideSpec side(List<String> words) {
    return SideParser.parse("selfcheck", words, List.of());
  }
}
