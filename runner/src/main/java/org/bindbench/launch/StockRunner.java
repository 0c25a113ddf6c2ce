package org.bindbench.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bindbench.model.Effort;
import org.bindbench.model.Language;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metrics;
import org.bindbench.wire.StockRow;

/** Runs the trials of a batch under a stock interpreter, one process each. */
final class StockRunner {
  private static final String PLAIN =
      "a plain script is run by the engines in the JVM; a stock interpreter measures cases alone";

  private final StockInterpreter interpreter;
  private final Path bundle;
  private final Path folder;
  private final Ticker ticker;
  private final Progress progress;
  private final Consumer<TrialRecord> ended;
  private final Course course;

  StockRunner(
      StockInterpreter interpreter,
      Path bundle,
      Path folder,
      Ticker ticker,
      Progress progress,
      Consumer<TrialRecord> ended,
      Course course) {
    this.interpreter = interpreter;
    this.bundle = bundle;
    this.folder = folder;
    this.ticker = ticker;
    this.progress = progress;
    this.ended = ended;
    this.course = course;
  }

  void run(Batch batch) throws IOException, InterruptedException {
    progress.starting(batch.engine() + ", fork " + batch.trials().get(0).fork());
    for (TrialSpec trial : batch.trials()) {
      progress.working(trial, "running directly");
      TrialRecord record =
          LiveWorkers.isEnding() ? BatchRunner.interrupted(trial) : run(trial, batch);
      ended.accept(record);
      progress.ended(record);
    }
  }

  private TrialRecord run(TrialSpec trial, Batch batch) throws IOException, InterruptedException {
    if (trial.declaration().isPlain())
      return new TrialRecord(trial, new TrialOutcome.Unsupported(PLAIN), Optional.empty(), 0, 0);
    List<String> command =
        List.of(
            interpreter.command(),
            trial.declaration().file().toString(),
            "--rows",
            "--seconds",
            String.format(Locale.ROOT, "%.3f", seconds(batch.effort())),
            "--case",
            trial.id().shortName());
    Files.createDirectories(folder);
    Path output = Files.createTempFile(folder, interpreter.command() + "-", ".log");
    long start = ticker.nanos();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    addLibrary(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    LiveWorkers.add(process);
    Duration allowed = batch.effort().limit().plus(working(batch.effort()));
    Duration limit = BatchRunner.shorter(allowed, course.left());
    boolean inTime = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (!inTime) process.destroyForcibly();
    int exitCode = process.waitFor();
    LiveWorkers.remove(process);
    if (exitCode != 0 && LiveWorkers.endedTogether(exitCode)) return BatchRunner.interrupted(trial);
    TrialOutcome outcome =
        inTime
            ? outcome(Files.readString(output, StandardCharsets.UTF_8), exitCode, output)
            : late(allowed);
    return new TrialRecord(trial, outcome, Optional.of(facts(command)), ticker.nanos() - start, 0);
  }

  private TrialOutcome late(Duration limit) {
    return course.left().isZero()
        ? BatchRunner.outOfTime("running directly")
        : new TrialOutcome.TimedOut(
            "the interpreter ran for more than " + limit.toSeconds() + " s", "");
  }

  /** A case file warms up for half of the seconds it is given and measures for all of them. */
  private static double seconds(Effort effort) {
    return effort.warmUp().expected().plus(effort.measured()).toNanos() / 1e9;
  }

  private static Duration working(Effort effort) {
    return Duration.ofMillis(Math.round(1500 * seconds(effort)));
  }

  /** Where the guest library is, which lies beside the bundled suites and not beside others. */
  private void addLibrary(Map<String, String> environment) {
    String python = bundle.resolve(Language.PYTHON.id()).toString();
    environment.merge("PYTHONPATH", python, (old, more) -> old + File.pathSeparator + more);
    String lua = bundle.resolve(Language.LUA.id()).resolve("?.lua").toString();
    environment.merge("LUA_PATH", ";;" + lua, (old, more) -> old + more);
  }

  private static TrialOutcome outcome(String printed, int exitCode, Path output) {
    return printed
        .lines()
        .flatMap(line -> StockRow.outcome(line).stream())
        .findFirst()
        .map(StockRunner::withoutRuler)
        .orElseGet(
            () ->
                new TrialOutcome.Crashed(
                    "the interpreter printed no row and ended with " + exitCode,
                    exitCode,
                    output.toString()));
  }

  private static TrialOutcome withoutRuler(TrialOutcome outcome) {
    return outcome instanceof TrialOutcome.Completed completed && !completed.samples().isEmpty()
        ? completed.without(
            new Absent(Metrics.RULER, "a stock interpreter is no JVM, where the ruler could run"))
        : outcome;
  }

  private WorkerFacts facts(List<String> command) {
    return new WorkerFacts(
        interpreter.command(), interpreter.version(), false, "", "", command, "alone");
  }
}
