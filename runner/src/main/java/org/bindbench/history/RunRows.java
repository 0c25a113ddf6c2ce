package org.bindbench.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.model.history.Commit;

/** The table of runs. */
final class RunRows {
  private RunRows() {}

  /** The runs since then, oldest first, by their row. */
  static Map<Integer, PastRun> all(Connection connection, Instant since) throws SQLException {
    Map<Integer, PastRun> runs = new LinkedHashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id, run, started_at, command, level, bindbench, jvms, seed, commit_hash, branch,
              tree, excluded
            FROM runs WHERE started_at >= ? ORDER BY started_at, run
            """)) {
      select.setLong(1, millis(since));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) runs.put(row.getInt(1), run(row));
      }
    }
    return runs;
  }

  /** The marks of the runs since then that are not excluded, by their row. */
  static Map<Integer, RunMark> marks(Connection connection, Instant since) throws SQLException {
    Map<Integer, RunMark> marks = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT id, run, started_at, commit_hash, branch, tree
            FROM runs WHERE started_at >= ? AND excluded IS NULL
            """)) {
      select.setLong(1, millis(since));
      try (ResultSet row = select.executeQuery()) {
        while (row.next())
          marks.put(
              row.getInt(1),
              new RunMark(row.getString(2), Instant.ofEpochMilli(row.getLong(3)), commit(row, 4)));
      }
    }
    return marks;
  }

  /** How many runs since then there are, and how many of them are excluded. */
  static History.Count count(Connection connection, Instant since) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT count(*), count(excluded) FROM runs WHERE started_at >= ?")) {
      select.setLong(1, millis(since));
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new History.Count(row.getInt(1), row.getInt(2))
            : new History.Count(0, 0);
      }
    }
  }

  static long millis(Instant time) {
    return time.equals(Instant.MIN) ? Long.MIN_VALUE : time.toEpochMilli();
  }

  private static PastRun run(ResultSet row) throws SQLException {
    return new PastRun(
        row.getString(2),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getLong(8),
        commit(row, 9),
        Optional.ofNullable(row.getString(12)));
  }

  private static Optional<Commit> commit(ResultSet row, int column) throws SQLException {
    String hash = row.getString(column);
    if (hash == null) return Optional.empty();
    return Optional.of(
        new Commit(
            hash, row.getString(column + 1), Commit.Tree.valueOf(row.getString(column + 2))));
  }

  /** The row of a new run; empty where the run is there already. */
  static Optional<Integer> insert(Connection connection, PastRun run) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO runs (run, started_at, command, level, bindbench, jvms, seed, commit_hash,
              branch, tree, excluded)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (run) DO NOTHING RETURNING id
            """)) {
      insert.setString(1, run.id());
      insert.setLong(2, run.startedAt().toEpochMilli());
      insert.setString(3, run.command());
      insert.setString(4, run.level());
      insert.setString(5, run.bindbench());
      insert.setString(6, run.jvms());
      insert.setLong(7, run.seed());
      insert.setString(8, run.commit().map(Commit::hash).orElse(null));
      insert.setString(9, run.commit().map(Commit::branch).orElse(null));
      insert.setString(10, run.commit().map(commit -> commit.tree().name()).orElse(null));
      insert.setString(11, run.excluded().orElse(null));
      try (ResultSet row = insert.executeQuery()) {
        return row.next() ? Optional.of(row.getInt(1)) : Optional.empty();
      }
    }
  }
}
