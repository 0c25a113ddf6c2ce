package org.bindbench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.bindbench.model.Ticker;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFaultsTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("history.db");
  }

  @Test
  @Tag("fault-20")
  void aFileOfRandomBytesIsSetAsideAndANewOneBegun() throws Exception {
    byte[] bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    Files.write(file(), bytes);
    History history = HistoryTest.at(file());
    assertThatThrownBy(history::runs)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is corrupt");
    assertThat(Files.readAllBytes(file())).isEqualTo(bytes);
    History.Added added = history.add(Entries.entry("a", 1, 3));
    assertThat(added.isNew()).isTrue();
    Path aside = added.setAside().orElseThrow();
    assertThat(aside).hasFileName("history.db.corrupt-20261128T030405Z");
    assertThat(Files.readAllBytes(aside)).isEqualTo(bytes);
    assertThat(history.runs()).hasSize(1);
  }

  @Test
  @Tag("fault-20")
  void aFileThatWasCutShortIsSetAsideAndOneOfTheSameNameStays() throws Exception {
    History history = HistoryTest.at(file());
    for (int i = 0; i < 20; i++) history.add(Entries.entry("a", i, 50));
    byte[] whole = Files.readAllBytes(file());
    Files.write(folder.resolve("history.db.corrupt-20261128T030405Z"), new byte[] {1});
    Files.write(file(), Arrays.copyOf(whole, whole.length / 2 / 4096 * 4096));
    History.Added added = history.add(Entries.entry("b", 1, 50));
    assertThat(added.setAside().orElseThrow()).hasFileName("history.db.corrupt-20261128T030405Z-2");
    assertThat(history.runs()).extracting(run -> run.id()).containsExactly("b-1");
  }

  @Test
  @Tag("fault-20")
  void anEmptyFileIsAnEmptyHistory() throws Exception {
    Files.createFile(file());
    assertThat(HistoryTest.at(file()).runs()).isEmpty();
    assertThat(HistoryTest.at(file()).add(Entries.entry("a", 1, 1)).setAside()).isEmpty();
  }

  @Test
  @Tag("fault-20")
  void aFileThatAnotherHoldsLockedIsGivenUpAfterABoundedTime() throws Exception {
    HistoryTest.at(file()).add(Entries.entry("a", 1, 1));
    AtomicLong now = new AtomicLong();
    Ticker ticker = () -> now.getAndAdd(Duration.ofSeconds(2).toNanos());
    History history = new History(file(), Duration.ofSeconds(1), ticker, InstantSource.system());
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = other.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> history.add(Entries.entry("a", 2, 1)))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("another process has held it locked for more than 1 s");
      assertThat(history.runs()).as("readers do not wait for writers").hasSize(1);
      statement.executeUpdate("ROLLBACK");
    }
    assertThat(history.add(Entries.entry("a", 2, 1)).isNew()).isTrue();
  }

  @Test
  @Tag("fault-20")
  void aLockThatIsLetGoInTimeIsOnlyWaitedFor() throws Exception {
    HistoryTest.at(file()).add(Entries.entry("a", 1, 1));
    Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
    Statement statement = other.createStatement();
    statement.executeUpdate("BEGIN IMMEDIATE");
    AtomicLong asked = new AtomicLong();
    Ticker afterTheFirstTry =
        () -> {
          if (asked.incrementAndGet() == 2) letGo(statement, other);
          return 0;
        };
    History history =
        new History(file(), Duration.ofMillis(1), afterTheFirstTry, InstantSource.system());
    assertThat(history.add(Entries.entry("a", 2, 1)).isNew()).isTrue();
    assertThat(asked.get()).isEqualTo(2);
  }

  private static void letGo(Statement statement, Connection other) {
    try {
      statement.executeUpdate("ROLLBACK");
      other.close();
    } catch (java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Tag("fault-20")
  void aNewerSchemaIsRefusedWithItsVersionAndLeftAsItIs() throws Exception {
    HistoryTest.at(file()).add(Entries.entry("a", 1, 1));
    execute("PRAGMA user_version = 99");
    byte[] before = Files.readAllBytes(file());
    for (org.assertj.core.api.ThrowableAssert.ThrowingCallable act :
        java.util.List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> HistoryTest.at(file()).runs(),
            () -> HistoryTest.at(file()).add(Entries.entry("a", 2, 1))))
      assertThatThrownBy(act)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("is of schema version 99")
          .hasMessageContaining("knows versions up to " + Schema.VERSION);
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void anotherProgramsDatabaseIsRefusedAndLeftAsItIs() throws Exception {
    execute("CREATE TABLE bookmarks (url TEXT)");
    assertThatThrownBy(() -> HistoryTest.at(file()).add(Entries.entry("a", 1, 1)))
        .hasMessageContaining("no history of Bindbench");
    assertThatThrownBy(() -> HistoryTest.at(file()).runs())
        .hasMessageContaining("no history of Bindbench");
    assertThat(count("SELECT count(*) FROM sqlite_schema")).isEqualTo(1);
  }

  @Test
  void aFolderOfThatNameIsNamedInTheMessage() throws Exception {
    Files.createDirectories(file());
    assertThatThrownBy(() -> HistoryTest.at(file()).add(Entries.entry("a", 1, 1)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(file().toString());
  }

  @Test
  void aRunThatCannotBePutInWholeIsNotThereAtAll() throws Exception {
    HistoryTest.at(file()).add(Entries.entry("a", 1, 3));
    execute(
        "CREATE TRIGGER full BEFORE INSERT ON headlines BEGIN SELECT RAISE(ABORT, 'full'); END");
    assertThatThrownBy(() -> HistoryTest.at(file()).add(Entries.entry("a", 2, 3)))
        .hasMessageContaining("full");
    assertThat(count("SELECT count(*) FROM runs")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM figures")).isEqualTo(3);
  }

  private void execute(String change) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(change);
    }
  }

  private int count(String query) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      assertThat(row.next()).isTrue();
      return row.getInt(1);
    }
  }
}
