package org.bindbench.cli.gate;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.cli.Terminal;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.baseline.Comparand;
import org.bindbench.cli.baseline.Place;
import org.bindbench.cli.baseline.StoredRuns;
import org.bindbench.cli.compare.ForeignComparison;
import org.bindbench.cli.compare.Gating;
import org.bindbench.cli.compare.Judgement;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.cli.plan.Selection;
import org.bindbench.config.Settings;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.ReportWriter;
import org.bindbench.report.comparison.ComparisonExit;
import org.bindbench.report.comparison.GateConsole;
import org.bindbench.report.export.ComparisonFiles;
import org.bindbench.wire.RunLock;
import org.bindbench.wire.StoredComparison;
import org.bindbench.wire.StoredRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gate}: measures nothing, and says gate by gate whether a finished run passes. */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    description = {
      "Hold a finished run to a baseline or to an earlier run, gate by gate: the rule, what was found,",
      "its limit, whether it passed, the rows behind it, and what it could have seen. With the folder",
      "of one comparison, show the gates of that."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "    0  every gate passed",
      "    1  a gate failed",
      "    3  a trial failed, no row could be judged, or a run was cut short, which is no pass"
    })
public final class GateCommand implements Callable<Integer> {
  private static final int NOT_JUDGED = 3;

  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(
      arity = "1..2",
      paramLabel = "RUN",
      description =
          "RUN with --baseline, or BASE HEAD: folders of runs, names below reports/runs, and for BASE"
              + " a baseline too. Or the folder of a comparison.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--baseline",
      paramLabel = "NAME|FILE",
      description = "The baseline that RUN is held to.")
  @Nullable String baseline;

  @Option(
      names = "--fail-on",
      paramLabel = "MAGNITUDE",
      description =
          "slight, minor, major or critical: a single worsening from there on fails; gates (the"
              + " default of two runs): the usual gates; never: tell and pass. A comparison is held to"
              + " what it was measured for.")
  @Nullable FailOn failOn;

  @Option(
      names = "--ignore-fingerprint",
      description =
          "Compare rows whose circumstances differ all the same; they are shown and count for no"
              + " gate.")
  boolean force;

  @Option(names = "--pattern", paramLabel = "GLOB", description = "Only such cases; repeatable.")
  List<String> patterns = new ArrayList<>();

  @Option(names = "--tag", description = "Only cases with this tag; repeatable.")
  List<String> tags = new ArrayList<>();

  /** A command that prints there. */
  public GateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (failOn != null) place.sources.set("gates.fail_on", failOn.title());
    Settings settings = place.settings();
    if (names.size() == 1 && baseline == null) return comparison(names.get(0), settings);
    if ((names.size() == 2) == (baseline != null))
      throw new UsageException(
          "Name RUN and --baseline, or BASE and HEAD, or the folder of one comparison.");
    String base = baseline == null ? names.get(0) : baseline;
    return finished(base, names.get(names.size() - 1), settings);
  }

  /** An interleaved comparison has been judged by the same gates already. */
  private int comparison(String name, Settings settings) {
    Path folder =
        Comparand.folder(name, settings)
            .orElseThrow(() -> new UsageException("There is no run folder %s.".formatted(name)));
    Optional<ComparisonPlan> sides = StoredComparison.find(folder);
    if (sides.isEmpty())
      throw new UsageException(
          "The run in %s is no comparison: name what it is held to with --baseline, or two runs."
              .formatted(folder));
    if (!patterns.isEmpty() || !tags.isEmpty() || force)
      throw new UsageException(
          "--pattern, --tag and --ignore-fingerprint choose rows of two finished runs; what the comparison in %s holds was chosen when it was measured."
              .formatted(folder));
    ComparedRun compared =
        new Judgement(StoredRun.read(folder), sides.get(), settings, Optional.ofNullable(failOn))
            .compared();
    return shown(compared, List.of());
  }

  private int finished(String base, String head, Settings settings) throws Exception {
    Instant now = Clock.systemUTC().instant();
    Selection selection =
        new Selection(
            patterns.isEmpty() ? settings.patterns() : patterns,
            tags.isEmpty() ? settings.tags() : tags,
            List.of());
    Path folder = RunFolder.of(settings, "gate", now);
    if (baseline == null && ForeignComparison.isMeant(names)) {
      if (!patterns.isEmpty() || !tags.isEmpty() || force)
        throw new UsageException(
            "--pattern, --tag and --ignore-fingerprint choose rows of Bindbench's own runs; files of JMH and pytest-benchmark are compared whole.");
      ComparedRun measuredElsewhere =
          new ForeignComparison(terminal, settings, new Workbench().reader())
              .compared(now, folder, base, head, FailOn.GATES);
      return RunLock.whileHeld(
          RunFolder.all(settings), () -> written(measuredElsewhere, folder, settings));
    }
    Comparand ours =
        baseline == null
            ? Comparand.named(base, settings)
            : Comparand.of(Comparand.baseline(base, settings));
    ComparedRun compared =
        new StoredRuns(
                settings, Gating.rules(settings, FailOn.GATES), force, selection::includesRow)
            .compare(
                String.valueOf(folder.getFileName()), now, ours, Comparand.named(head, settings));
    return RunLock.whileHeld(RunFolder.all(settings), () -> written(compared, folder, settings));
  }

  private int written(ComparedRun compared, Path folder, Settings settings) {
    List<Path> files = new ArrayList<>();
    try {
      List<ReportFormat> formats = ReportFormats.named(settings.formats());
      ComparisonFiles.missing(formats).ifPresent(terminal::say);
      var contents = ComparisonFiles.of(compared, formats);
      new ReportWriter(folder).write(contents);
      files.addAll(new ReportWriter(settings.outputFolder()).write(contents));
    } finally { // where no file can be written, the gates are on the screen at least
      shown(compared, files);
    }
    return exitCode(compared);
  }

  private int shown(ComparedRun compared, List<Path> files) {
    terminal.out().print(new GateConsole(terminal.style()).text(compared, files));
    terminal.out().flush();
    return exitCode(compared);
  }

  private static int exitCode(ComparedRun compared) {
    int code = ComparisonExit.of(compared);
    boolean judged = compared.gates().outcome() != GateReport.Outcome.NOT_JUDGED;
    return code == 0 && !judged ? NOT_JUDGED : code;
  }
}
