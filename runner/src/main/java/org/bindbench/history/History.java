package org.bindbench.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.analysis.past.SeriesKey;
import org.bindbench.model.Ticker;
import org.bindbench.model.UsageException;

/**
 * The runs that were made before. Every method opens the file, works on it as a whole and closes
 * it. All throw {@link UsageException} where the file is missing (those that read), corrupt (those
 * that read), of a newer schema, no history, or locked for too long.
 */
public final class History {
  /** How long a lock of another process is waited for. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HistoryFile file;

  /** The history in that file, which {@link #add} makes where it is missing. */
  public History(Path path, Duration patience, Ticker ticker, InstantSource clock) {
    this.file = new HistoryFile(path, patience, ticker, clock);
  }

  /**
   * What became of a run that was to be put in.
   *
   * @param isNew whether it was put in; a run that was there already stays as it is
   * @param setAside where a corrupt file was moved to before; empty where the file was sound
   */
  public record Added(boolean isNew, Optional<Path> setAside) {}

  /** What was removed, and whether the file is smaller for it. */
  public record Pruned(int runs, boolean isSmaller) {}

  /** Where it is. */
  public Path path() {
    return file.path();
  }

  /** Puts a run in, once: its id is the key. */
  public Added add(RunEntry entry) {
    HistoryFile.Written<Boolean> written =
        file.write(connection -> new EntryWriter(connection).write(entry));
    return new Added(written.result(), written.setAside());
  }

  /** How many runs there are, those that are excluded among them. */
  public record Count(int runs, int excluded) {}

  /** How many runs began since then. */
  public Count count(Instant since) {
    return file.read(connection -> RunRows.count(connection, since));
  }

  /** Every run, oldest first. */
  public List<PastRun> runs() {
    return file.read(connection -> List.copyOf(RunRows.all(connection, Instant.MIN).values()));
  }

  /** Hands on all that is kept of the runs that are accepted, oldest first, one after the other. */
  public void entries(Predicate<PastRun> wanted, Consumer<RunEntry> taker) {
    file.read(
        connection -> {
          EntryReader.entries(connection, wanted, taker);
          return true;
        });
  }

  /**
   * The series of the runs since then that are not excluded, each with at least one reading, in the
   * order of their titles; of one title those with the latest reading last.
   */
  public List<PastSeries> series(Instant since, Predicate<SeriesKey> wanted) {
    return series(since, wanted, series -> series);
  }

  /**
   * What is made of each of these series, in the same order, on other cores while the next series
   * is read.
   *
   * @param made a pure function
   */
  public <T> List<T> series(
      Instant since, Predicate<SeriesKey> wanted, Function<PastSeries, T> made) {
    record Made<T>(PastSeries series, Future<T> result) {}
    try (Cores cores = new Cores()) {
      List<Made<T>> all =
          file.read(
              connection -> {
                List<Made<T>> begun = new ArrayList<>();
                SeriesReader.series(
                    connection,
                    since,
                    wanted,
                    series -> begun.add(new Made<>(series, cores.run(() -> made.apply(series)))));
                return begun;
              });
      return all.stream()
          .sorted(
              Comparator.comparing((Made<T> each) -> each.series().key().title())
                  .thenComparing(each -> each.series().last().run().startedAt()))
          .map(each -> Cores.result(each.result()))
          .toList();
    }
  }

  /** Leaves runs out of every trend, for a reason that is kept. */
  public void exclude(List<String> ids, String reason) {
    if (reason.isBlank())
      throw new UsageException(
          "Give a reason with --reason: who excluded a run must be able to say why.");
    mark(ids, reason);
  }

  /** Lets runs count again. */
  public void include(List<String> ids) {
    mark(ids, null);
  }

  private void mark(List<String> ids, @org.jspecify.annotations.Nullable String reason) {
    file.read(connection -> true); // a history that is missing is not made by this
    file.write(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement("UPDATE runs SET excluded = ? WHERE run = ?")) {
            for (String id : ids) {
              update.setString(1, reason);
              update.setString(2, id);
              if (update.executeUpdate() == 0) throw unknown(id);
            }
          }
          return true;
        });
  }

  /** Removes runs for good. */
  public Pruned prune(List<String> ids) {
    file.read(connection -> true);
    file.write(connection -> delete(connection, ids));
    return new Pruned(ids.size(), file.shrink());
  }

  private static boolean delete(Connection connection, List<String> ids) throws SQLException {
    for (String table : List.of("figures", "headlines"))
      each(
          connection,
          "DELETE FROM " + table + " WHERE run = (SELECT id FROM runs WHERE run = ?)",
          ids);
    each(connection, "DELETE FROM runs WHERE run = ?", ids);
    for (String orphans :
        List.of(
            "DELETE FROM series WHERE NOT EXISTS (SELECT 1 FROM figures WHERE series = series.id)",
            "DELETE FROM facts WHERE NOT EXISTS"
                + " (SELECT 1 FROM series WHERE series.fingerprint = facts.fingerprint)",
            "DELETE FROM fingerprints WHERE NOT EXISTS"
                + " (SELECT 1 FROM series WHERE series.fingerprint = fingerprints.id)"))
      try (PreparedStatement statement = connection.prepareStatement(orphans)) {
        statement.executeUpdate();
      }
    return true;
  }

  private static void each(Connection connection, String change, List<String> ids)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(change)) {
      for (String id : ids) {
        statement.setString(1, id);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * The run of that id, or the only one whose id begins so; {@code last} is the latest.
   *
   * @throws UsageException where there is none, or several
   */
  public static PastRun find(List<PastRun> runs, String name) {
    if (name.equals("last") && !runs.isEmpty()) return runs.get(runs.size() - 1);
    List<PastRun> found = new ArrayList<>();
    for (PastRun run : runs) {
      if (run.id().equals(name)) return run;
      if (!name.isEmpty() && run.id().startsWith(name)) found.add(run);
    }
    if (found.isEmpty()) throw unknown(name);
    if (found.size() > 1)
      throw new UsageException(
          "Several runs begin with \"%s\": %s. Write more of the id."
              .formatted(
                  name,
                  found.stream().limit(5).map(PastRun::id).collect(Collectors.joining(", "))));
    return found.get(0);
  }

  private static UsageException unknown(String name) {
    return new UsageException(
        "There is no run \"" + name + "\" in the history; `history list` shows those there are.");
  }
}
