package org.bindbench.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.Ticker;
import org.bindbench.model.UsageException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteException;

/**
 * One SQLite file that several processes write to at once. It keeps a write-ahead log; a writer
 * takes the lock when its transaction begins, since SQLite does not wait for a lock that a reader
 * wants to raise. A file that others hold locked is tried again for a bounded time.
 */
final class HistoryFile {
  private static final int CANNOT_WRITE = 78;
  private static final int PRIMARY_CODE = 0xff;
  private static final long PAUSE_MILLIS = 20;
  private static final Object ASIDE = new Object();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path path;
  private final Duration patience;
  private final Ticker ticker;
  private final InstantSource clock;

  /**
   * A file that is opened for each piece of work.
   *
   * @param patience how long a lock of others is waited for
   */
  HistoryFile(Path path, Duration patience, Ticker ticker, InstantSource clock) {
    this.path = path.toAbsolutePath();
    if (this.path.toString().contains("?"))
      throw new UsageException(
          "The history cannot be at %s: SQLite takes what is behind a question mark for options."
              .formatted(this.path));
    this.patience = patience;
    this.ticker = ticker;
    this.clock = clock;
  }

  /** What is done with an open file. */
  @FunctionalInterface
  interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** A result, and where a corrupt file went on the way to it. */
  record Written<T>(T result, Optional<Path> setAside) {}

  Path path() {
    return path;
  }

  /**
   * Reads from one consistent state of the file, which must exist.
   *
   * @throws UsageException where it does not, is corrupt, of a newer schema, no history, or locked
   *     for too long
   */
  <T> T read(Work<T> work) {
    if (!Files.exists(path))
      throw new UsageException(
          "There is no history at "
              + path
              + " yet: `all`, `python` and `lua` put their runs there.");
    try {
      if (patiently(this::isOlder)) writeOnce(connection -> true);
      return patiently(
          () -> {
            try (Connection connection = open(SQLiteConfig.TransactionMode.DEFERRED)) {
              connection.setAutoCommit(false);
              T result = work.with(connection);
              connection.commit();
              return result;
            }
          });
    } catch (SQLException e) {
      if (isCorrupt(e))
        throw new UsageException(
            "The history %s is corrupt (%s). Move it away; the next run that is put there does so itself."
                .formatted(path, e.getMessage()),
            CANNOT_WRITE);
      throw failure("read", e);
    }
  }

  /**
   * Changes the file, all or nothing; it is made where it is missing. One that is corrupt is
   * renamed and a new one is begun.
   *
   * @throws UsageException where it cannot be written, is of a newer schema or no history
   */
  <T> Written<T> write(Work<T> work) {
    prepareFolder();
    Optional<Path> setAside = Optional.empty();
    try {
      try {
        return new Written<>(writeOnce(work), setAside);
      } catch (SQLException e) {
        if (!isCorrupt(e)) throw e;
        setAside = setAside();
      }
      return new Written<>(writeOnce(work), setAside);
    } catch (SQLException e) {
      throw failure("written", e);
    }
  }

  /** Gives room that deleted rows took back to the disk; not while others use the file. */
  boolean shrink() {
    try (Connection connection = open(SQLiteConfig.TransactionMode.IMMEDIATE);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("VACUUM");
      return true;
    } catch (SQLException e) {
      if (isLocked(e)) return false;
      throw failure("written", e);
    }
  }

  private boolean isOlder() throws SQLException {
    try (Connection connection = open(SQLiteConfig.TransactionMode.DEFERRED)) {
      return Schema.isOlder(connection, path);
    }
  }

  private <T> T writeOnce(Work<T> work) throws SQLException {
    return patiently(
        () -> {
          try (Connection connection = open(SQLiteConfig.TransactionMode.IMMEDIATE)) {
            return write(connection, work);
          }
        });
  }

  private <T> T write(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    Schema.bringUpToDate(connection, path);
    T result = work.with(connection);
    connection.commit();
    connection.setAutoCommit(true);
    return result;
  }

  /** A try that may meet the locks of others. */
  @FunctionalInterface
  private interface Attempt<T> {
    T make() throws SQLException;
  }

  /** SQLite itself waits for most locks, but not for those of a log being recovered or begun. */
  private <T> T patiently(Attempt<T> attempt) throws SQLException {
    long start = ticker.nanos();
    while (true) {
      try {
        return attempt.make();
      } catch (SQLException e) {
        if (!isLocked(e) || ticker.nanos() - start >= patience.toNanos()) throw e;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UsageException(
            "The history " + path + " was waited for, and that was interrupted.");
      }
    }
  }

  /** An open file with a write-ahead log; one that is none of ours is left as it is. */
  private Connection open(SQLiteConfig.TransactionMode mode) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, patience.toMillis()));
    config.setTransactionMode(mode);
    Connection connection = connect(config);
    try (Statement statement = connection.createStatement()) {
      Schema.requireKnown(connection, path);
      statement.execute("PRAGMA journal_mode = WAL");
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection connect(SQLiteConfig config) throws SQLException {
    try {
      return config.createConnection("jdbc:sqlite:" + path);
    } catch (LinkageError e) {
      throw new SQLException("SQLite's native library cannot be loaded: " + e.getMessage(), e);
    }
  }

  private void prepareFolder() {
    Path folder = path.getParent();
    try {
      if (folder != null) Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          "The folder of the history, %s, cannot be made: %s.".formatted(folder, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /**
   * Renames a corrupt file. Another process may have done so already and begun a new one, so that
   * is looked at again while nobody else can rename.
   */
  private Optional<Path> setAside() throws SQLException {
    Path lock = path.resolveSibling("." + path.getFileName() + ".lock");
    synchronized (ASIDE) {
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (!held.isValid() || !isCorrupt()) return Optional.empty();
        Path aside = free(path + ".corrupt-" + STAMP.format(clock.instant()));
        for (String part : List.of("-wal", "-shm", "")) {
          Path file = Path.of(path + part);
          if (Files.exists(file)) Files.move(file, Path.of(aside + part));
        }
        return Optional.of(aside);
      } catch (IOException e) {
        throw new UsageException(
            "The history %s is corrupt and cannot be renamed: %s.".formatted(path, e.getMessage()),
            CANNOT_WRITE);
      }
    }
  }

  private static Path free(String name) {
    Path file = Path.of(name);
    for (int i = 2; Files.exists(file); i++) file = Path.of(name + "-" + i);
    return file;
  }

  private boolean isCorrupt() throws SQLException {
    if (!Files.exists(path)) return false;
    try (Connection connection = open(SQLiteConfig.TransactionMode.DEFERRED);
        Statement statement = connection.createStatement();
        ResultSet checked = statement.executeQuery("PRAGMA quick_check(1)")) {
      return !checked.next() || !"ok".equals(checked.getString(1));
    } catch (SQLException e) {
      if (isCorrupt(e)) return true;
      throw e;
    }
  }

  private static boolean isCorrupt(SQLException e) {
    return isOneOf(e, 11, 26); // SQLITE_CORRUPT, SQLITE_NOTADB
  }

  private static boolean isLocked(SQLException e) {
    return isOneOf(e, 5, 6, 15); // SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL
  }

  private static boolean isOneOf(SQLException e, int... codes) {
    for (Throwable each = e; each != null; each = each.getCause())
      if (each instanceof SQLiteException sqlite) {
        int primary = sqlite.getResultCode().code & PRIMARY_CODE;
        for (int code : codes) if (primary == code) return true;
      }
    return false;
  }

  private UsageException failure(String act, SQLException e) {
    String why =
        isLocked(e)
            ? "another process has held it locked for more than " + patience.toSeconds() + " s"
            : e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause().getMessage());
    return new UsageException(
        "The history %s cannot be %s: %s.".formatted(path, act, why), CANNOT_WRITE);
  }
}
