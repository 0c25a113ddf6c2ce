package org.bindbench.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.bindbench.model.UsageException;

/** The tables, and the steps that lead from each earlier version of them to the next. */
final class Schema {
  /** "BBhi": tells a history from other SQLite files. */
  private static final int APPLICATION = 0x42426869;

  private static final int CANNOT_READ = 78;

  /** Step i leads from version i to version i + 1. A step that was released is never changed. */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              """
              CREATE TABLE runs (
                id INTEGER PRIMARY KEY,
                run TEXT NOT NULL UNIQUE,
                started_at INTEGER NOT NULL,
                command TEXT NOT NULL,
                level TEXT NOT NULL,
                bindbench TEXT NOT NULL,
                jvms TEXT NOT NULL,
                seed INTEGER NOT NULL,
                commit_hash TEXT,
                branch TEXT,
                tree TEXT,
                excluded TEXT)
              """,
              "CREATE INDEX runs_by_time ON runs (started_at)",
              "CREATE TABLE fingerprints (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE)",
              """
              CREATE TABLE facts (
                fingerprint INTEGER NOT NULL REFERENCES fingerprints (id),
                position INTEGER NOT NULL,
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (fingerprint, position)) WITHOUT ROWID
              """,
              """
              CREATE TABLE series (
                id INTEGER PRIMARY KEY,
                case_id TEXT NOT NULL,
                engine TEXT NOT NULL,
                style TEXT NOT NULL,
                setup TEXT NOT NULL,
                metric TEXT NOT NULL,
                unit TEXT NOT NULL,
                direction TEXT NOT NULL,
                reported INTEGER NOT NULL,
                control INTEGER NOT NULL,
                fingerprint INTEGER NOT NULL REFERENCES fingerprints (id),
                UNIQUE (case_id, engine, style, setup, metric, unit, fingerprint))
              """,
              // the time stands in the key so that the last days of a series are read in one sweep
              """
              CREATE TABLE figures (
                series INTEGER NOT NULL REFERENCES series (id),
                started_at INTEGER NOT NULL,
                run INTEGER NOT NULL REFERENCES runs (id),
                value REAL NOT NULL,
                low REAL,
                high REAL,
                confidence REAL,
                forks BLOB NOT NULL,
                caveats TEXT NOT NULL,
                PRIMARY KEY (series, started_at, run)) WITHOUT ROWID
              """,
              "CREATE INDEX figures_by_run ON figures (run)",
              """
              CREATE TABLE headlines (
                run INTEGER NOT NULL REFERENCES runs (id),
                language TEXT NOT NULL,
                name TEXT NOT NULL,
                engine TEXT NOT NULL,
                style TEXT NOT NULL,
                setup TEXT NOT NULL,
                unit TEXT NOT NULL,
                value REAL,
                reason TEXT NOT NULL,
                PRIMARY KEY (run, language, name)) WITHOUT ROWID
              """));

  /** The version that this program writes. */
  static final int VERSION = STEPS.size();

  private Schema() {}

  /**
   * Looks whether the file is a history, or empty.
   *
   * @throws UsageException where it is of a newer version or no history
   */
  static void requireKnown(Connection connection, Path path) throws SQLException {
    version(connection, path);
  }

  /**
   * Whether the file needs steps before it can be read.
   *
   * @throws UsageException where it is of a newer version or no history
   */
  static boolean isOlder(Connection connection, Path path) throws SQLException {
    return version(connection, path) < VERSION;
  }

  /**
   * Makes the missing steps, inside the caller's transaction.
   *
   * @throws UsageException where the file is of a newer version or no history
   */
  static void bringUpToDate(Connection connection, Path path) throws SQLException {
    int version = version(connection, path);
    if (version == VERSION) return;
    try (Statement statement = connection.createStatement()) {
      for (List<String> step : STEPS.subList(version, VERSION))
        for (String change : step) statement.executeUpdate(change);
      statement.executeUpdate("PRAGMA application_id = " + APPLICATION);
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
    }
  }

  private static int version(Connection connection, Path path) throws SQLException {
    int application = number(connection, "PRAGMA application_id");
    int version = number(connection, "PRAGMA user_version");
    boolean isEmpty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION && !isEmpty)
      throw new UsageException(
          "The file %s is a database, but no history of Bindbench: name another one with --history or `history.file`."
              .formatted(path),
          CANNOT_READ);
    if (version > VERSION)
      throw new UsageException(
          "The history %s is of schema version %d; this Bindbench knows versions up to %d. Use a newer Bindbench, or another file."
              .formatted(path, version, VERSION),
          CANNOT_READ);
    return isEmpty ? 0 : version;
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }
}
