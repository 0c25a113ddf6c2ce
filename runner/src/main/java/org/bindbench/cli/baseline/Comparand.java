package org.bindbench.cli.baseline;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.leak.LeakAlarm;
import org.bindbench.analysis.pairing.Kept;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.cli.compare.Gating;
import org.bindbench.cli.compare.Judgement;
import org.bindbench.cli.measure.RunFolder;
import org.bindbench.config.Settings;
import org.bindbench.history.baseline.BaselineStore;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.wire.StoredBaseline;
import org.bindbench.wire.StoredComparison;
import org.bindbench.wire.StoredRun;
import org.bindbench.wire.SuiteDigests;

/**
 * What can be compared: a finished run, or a stored baseline.
 *
 * @param words what it is, for the reader
 * @param rows what can be compared of it
 * @param analysis the run; empty for a baseline
 */
public record Comparand(List<String> words, List<KeptRow> rows, Optional<RunAnalysis> analysis) {
  private static final DateTimeFormatter SAVED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public Comparand {
    words = List.copyOf(words);
    rows = List.copyOf(rows);
  }

  /** A baseline. */
  public static Comparand of(Baseline baseline) {
    return new Comparand(
        List.of(
            "baseline " + baseline.name(),
            "run " + baseline.run(),
            "saved " + SAVED.format(baseline.savedAt())),
        baseline.rows(),
        Optional.empty());
  }

  /**
   * A run that has just ended.
   *
   * @param digests of its suite files, by file
   */
  public static Comparand of(RunAnalysis analysis, Map<String, String> digests) {
    RunRecord run = analysis.run();
    return new Comparand(
        List.of("run " + run.id(), String.join(" ", run.plan().command())),
        Kept.rows(analysis, digests),
        Optional.of(analysis));
  }

  /**
   * What a word names: a run's folder, a file of a baseline, the name of a baseline, or the name of
   * a run below the folder of all runs.
   *
   * @throws UsageException where it names nothing that can be compared
   */
  public static Comparand named(String word, Settings settings) {
    Optional<Path> folder = folder(word, settings);
    // a folder that happens to have the name of a baseline hides it only where it holds a run
    boolean isBaseline = Place.store(settings).find(word).isPresent();
    if (folder.isPresent() && (!isBaseline || StoredRun.isIn(folder.get())))
      return run(folder.get(), settings);
    if (Place.store(settings).find(word).isEmpty() && !Files.isRegularFile(path(word)))
      throw new UsageException(
          "There is no run folder %s, neither here nor below %s, and no baseline of that name."
              .formatted(word, RunFolder.all(settings)));
    return of(baseline(word, settings));
  }

  /**
   * The baseline of that name or in that file.
   *
   * @throws UsageException where there is none, or it is corrupt or of a newer schema
   */
  public static Baseline baseline(String word, Settings settings) {
    BaselineStore store = Place.store(settings);
    if (store.find(word).isPresent()) return store.require(word);
    Path file = path(word);
    if (Files.isRegularFile(file)) return StoredBaseline.require(file);
    if (BaselineStore.isName(word)) return store.require(word);
    throw new UsageException(
        "There is no %s: name a baseline, the file of one, or the folder of a run below %s."
            .formatted(word, RunFolder.all(settings)));
  }

  /** The folder of a run that a word names; empty where it names none. */
  public static Optional<Path> folder(String word, Settings settings) {
    return RunFolder.find(path(word), settings);
  }

  private static Comparand run(Path folder, Settings settings) {
    if (StoredComparison.find(folder).isPresent())
      throw new UsageException(
          "The run in "
              + folder
              + " is a comparison already; `report "
              + folder
              + "` writes its reports again, and `gate "
              + folder
              + "` shows its gates.");
    RunAnalysis analysis = RunAnalyser.analyse(StoredRun.read(folder), settings.thresholds());
    return of(BaselineStep.compared(analysis, folder, settings), SuiteDigests.read(folder));
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException(word + " is no path: " + e.getReason());
    }
  }

  /** Number of trials of the selected cases that errored. */
  int errors(BiPredicate<CaseDeclaration, CaseId> selected) {
    return Judgement.errors(trials(selected));
  }

  /** Whether a run did not measure all of the selected cases. */
  boolean isInterrupted(BiPredicate<CaseDeclaration, CaseId> selected) {
    return trials(selected)
        .filter(trial -> isPlanned(trial.spec()))
        .anyMatch(trial -> TrialOutcome.Skipped.isCutShort(trial.outcome()));
  }

  /** Further forks take what a time budget leaves, and may be cut short. */
  private boolean isPlanned(TrialSpec trial) {
    return analysis
        .map(run -> run.run().plan().efforts().get(trial.engine()))
        .filter(effort -> trial.fork() > effort.forks())
        .isEmpty();
  }

  /** What fails the run itself in the selected cases: thresholds that fail, and critical leaks. */
  List<String> missed(BiPredicate<CaseDeclaration, CaseId> selected) {
    if (analysis.isEmpty()) return List.of();
    RunAnalysis run = analysis.get();
    List<String> missed =
        new ArrayList<>(
            Gating.missed(
                run,
                check ->
                    run.row(check.id(), check.column())
                        .filter(row -> selected.test(row.declaration(), row.id()))
                        .isPresent()));
    LeakAlarm.of(run).stream()
        .filter(LeakAlarm::fails)
        .filter(alarm -> selected.test(alarm.spec().declaration(), alarm.spec().id()))
        .forEach(alarm -> missed.add(alarm.title() + ": critical leak, " + alarm.sentence()));
    return missed;
  }

  private Stream<TrialRecord> trials(BiPredicate<CaseDeclaration, CaseId> selected) {
    return analysis.stream()
        .flatMap(run -> run.run().measuring())
        .filter(trial -> selected.test(trial.spec().declaration(), trial.spec().id()));
  }
}
