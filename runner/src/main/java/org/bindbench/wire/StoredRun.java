package org.bindbench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.Environment;
import org.bindbench.model.Plan;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.UsageException;

/**
 * What a run set out to do, stored before its first trial: with the {@link StoredTrials} beside it
 * the run can be reported though its process was killed.
 *
 * @param schema version of this shape
 * @param planned every trial that was to be run
 */
public record StoredRun(
    int schema,
    String id,
    Instant startedAt,
    Environment environment,
    Plan plan,
    List<TrialSpec> planned) {
  private static final int SCHEMA = 1;
  private static final int CANNOT_WRITE = 78;
  private static final String NAME = "run.json";
  private static final String TRIALS = "trials";

  public StoredRun {
    planned = List.copyOf(planned);
  }

  /** A run that is about to begin. */
  public static StoredRun of(
      String id, Instant startedAt, Environment environment, Plan plan, List<TrialSpec> planned) {
    return new StoredRun(SCHEMA, id, startedAt, environment, plan, planned);
  }

  /** The same once it has ended: what its time was spent on, and no trial but those it has. */
  public StoredRun ended(RunRecord run) {
    return new StoredRun(
        schema,
        id,
        startedAt,
        environment,
        run.plan(),
        run.trials().stream().map(TrialRecord::spec).toList());
  }

  /** Where the trials of the run in that folder are stored. */
  public static Path trials(Path folder) {
    return folder.resolve(TRIALS);
  }

  /**
   * Writes it to the folder of the run, whole or not at all.
   *
   * @throws UsageException where nothing can be written there
   */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      JsonFile.write(folder.resolve(NAME), this);
    } catch (IOException e) {
      throw new UsageException(
          "The run cannot be stored in %s: %s. Choose another place with --output-dir."
              .formatted(folder, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /** Whether the folder holds a run. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  /**
   * Reads a run's folder: what ended has its outcome, the rest of the plan is SKIPPED. How long it
   * took is told by the file of its last trial.
   *
   * @throws UsageException where the folder holds no run, or one that cannot be read
   */
  public static RunRecord read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file))
      throw new UsageException(
          "There is no run in %s: it has no %s. Name a folder below reports/runs."
              .formatted(folder, NAME));
    try {
      StoredRun run = JsonFile.read(file, StoredRun.class);
      run.requireWhole();
      List<TrialRecord> trials = new ArrayList<>(StoredTrials.read(trials(folder)));
      Duration elapsed = Duration.between(run.startedAt, lastChange(folder).orElse(run.startedAt));
      List<TrialSpec> missing = new ArrayList<>(run.planned);
      trials.forEach(trial -> missing.remove(trial.spec()));
      missing.forEach(spec -> trials.add(neverEnded(spec)));
      return new RunRecord(
          run.id,
          run.startedAt,
          elapsed.isNegative() ? Duration.ZERO : elapsed,
          run.environment,
          run.plan,
          trials);
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException(
          "The run in %s cannot be read: %s. It is damaged, or of another version of Bindbench."
              .formatted(folder, e.getMessage()));
    }
  }

  private void requireWhole() throws IOException {
    if (schema > SCHEMA)
      throw new IOException("it has schema " + schema + ", and this version reads up to " + SCHEMA);
    if (Stream.of(id, startedAt, environment, plan).anyMatch(Objects::isNull))
      throw new IOException(NAME + " lacks its id, startedAt, environment or plan");
  }

  private static Optional<Instant> lastChange(Path folder) throws IOException {
    Path trials = trials(folder);
    if (!Files.exists(trials)) return Optional.empty();
    List<Path> files;
    try (Stream<Path> found = Files.list(trials)) {
      files = found.toList();
    }
    Optional<Instant> last = Optional.empty();
    for (Path file : files) {
      Instant changed = Files.getLastModifiedTime(file).toInstant();
      if (last.isEmpty() || last.get().isBefore(changed)) last = Optional.of(changed);
    }
    return last;
  }

  private static TrialRecord neverEnded(TrialSpec spec) {
    return new TrialRecord(
        spec,
        new TrialOutcome.Skipped("the run ended before this trial did", "run it again", true),
        Optional.empty(),
        0,
        0);
  }
}
