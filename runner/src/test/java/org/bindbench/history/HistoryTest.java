package org.bindbench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;

  private History history;

  @BeforeEach
  void open() {
    history = at(folder.resolve("below").resolve("history.db"));
  }

  static History at(Path file) {
    return at(file, Duration.ofSeconds(5));
  }

  /**
   * @param patience how long it waits for another writer
   */
  static History at(Path file, Duration patience) {
    return new History(
        file,
        patience,
        SystemTicker.INSTANCE,
        InstantSource.fixed(Instant.parse("2026-11-28T03:04:05Z")));
  }

  @Test
  void whatIsPutInComesOutAgain() {
    RunEntry entry = Entries.entry("a", 3, 12);
    assertThat(history.add(entry).isNew()).isTrue();
    assertThat(entries()).containsExactly(entry);
    assertThat(history.runs()).containsExactly(entry.run());
  }

  @Test
  void aRunIsKeptOnceHoweverOftenItIsPutIn() {
    history.add(Entries.entry("a", 1, 5));
    History.Added again = history.add(Entries.entry("a", 1, 5));
    assertThat(again.isNew()).isFalse();
    assertThat(entries()).containsExactly(Entries.entry("a", 1, 5));
  }

  @Test
  void seriesAreReadOldestFirstWhateverTheOrderOfTheirRuns() {
    for (int i : new int[] {2, 0, 1}) history.add(Entries.entry("a", i, 2));
    List<PastSeries> series = history.series(Instant.MIN, key -> true);
    assertThat(series).hasSize(2);
    assertThat(series.get(0).readings())
        .extracting(reading -> reading.run().id())
        .containsExactly("a-0", "a-1", "a-2");
    assertThat(series.get(1).readings())
        .extracting(Reading::value)
        .containsExactly(value(0, 0), value(1, 0), value(2, 0));
  }

  private static double value(int run, int figure) {
    return Entries.entry("a", run, 2).figures().get(figure).value();
  }

  @Test
  void otherCircumstancesAreAnotherSeriesAndTheLatestIsLast() {
    history.add(Entries.entry("b", Entries.BEGIN.plusSeconds(9), 2, 1, "4 cores"));
    history.add(Entries.entry("a", Entries.BEGIN, 1, 1, "2 cores"));
    List<PastSeries> series = history.series(Instant.MIN, key -> true);
    assertThat(series).hasSize(2);
    assertThat(series.get(0).fingerprint().differences(series.get(1).fingerprint()))
        .containsExactly("cores: 2 cores / 4 cores");
  }

  @Test
  void onlyRunsSinceThenCount() {
    for (int i = 0; i < 4; i++) history.add(Entries.entry("a", i, 1));
    Instant since = Entries.BEGIN.plus(Duration.ofHours(2));
    assertThat(history.series(since, key -> true))
        .singleElement()
        .satisfies(
            series ->
                assertThat(series.readings())
                    .extracting(reading -> reading.run().id())
                    .containsExactly("a-2", "a-3"));
    assertThat(history.series(since.plus(Duration.ofDays(1)), key -> true)).isEmpty();
    assertThat(history.series(Instant.MIN, key -> false)).isEmpty();
  }

  @Test
  void anExcludedRunIsInNoSeriesAndKeepsItsReason() {
    for (int i = 0; i < 3; i++) history.add(Entries.entry("a", i, 1));
    history.exclude(List.of("a-1"), "the machine was busy");
    assertThat(history.runs().get(1).excluded()).contains("the machine was busy");
    assertThat(history.series(Instant.MIN, key -> true).get(0).readings()).hasSize(2);
    history.include(List.of("a-1"));
    assertThat(history.runs().get(1).excluded()).isEmpty();
    assertThat(history.series(Instant.MIN, key -> true).get(0).readings()).hasSize(3);
  }

  @Test
  void toExcludeNeedsAReasonAndARunThatIsThere() {
    history.add(Entries.entry("a", 0, 1));
    history.add(Entries.entry("a", 1, 1));
    assertThatThrownBy(() -> history.exclude(List.of("a-0"), " "))
        .hasMessageContaining("Give a reason");
    assertThatThrownBy(() -> history.exclude(List.of("a-0", "b-0"), "why"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no run \"b-0\"");
    assertThat(history.runs()).allSatisfy(run -> assertThat(run.excluded()).isEmpty());
  }

  @Test
  void prunedRunsAreGoneWithAllThatOnlyTheyHad() {
    history.add(Entries.entry("a", Entries.BEGIN, 1, 3, "2 cores"));
    history.add(Entries.entry("b", Entries.BEGIN.plusSeconds(1), 2, 2, "4 cores"));
    History.Pruned pruned = history.prune(List.of("a"));
    assertThat(pruned).isEqualTo(new History.Pruned(1, true));
    assertThat(entries())
        .containsExactly(Entries.entry("b", Entries.BEGIN.plusSeconds(1), 2, 2, "4 cores"));
    assertThat(history.series(Instant.MIN, key -> true)).hasSize(2);
    assertThat(history.add(Entries.entry("a", Entries.BEGIN, 1, 3, "2 cores")).isNew()).isTrue();
  }

  @Test
  void aRunIsFoundByItsBeginning() {
    List<PastRun> runs =
        List.of(
            Entries.entry("alpha", 1, 0).run(),
            Entries.entry("alpha", 2, 0).run(),
            Entries.entry("beta", 10, 0).run());
    assertThat(History.find(runs, "b").id()).isEqualTo("beta-10");
    assertThat(History.find(runs, "alpha-2").id()).isEqualTo("alpha-2");
    assertThat(History.find(runs, "last").id()).isEqualTo("beta-10");
    assertThatThrownBy(() -> History.find(runs, "alpha")).hasMessageContaining("alpha-1, alpha-2");
    assertThatThrownBy(() -> History.find(runs, "x")).hasMessageContaining("no run \"x\"");
  }

  @Test
  void aHistoryThatIsMissingIsNotMadeByAReader() {
    assertThatThrownBy(() -> history.runs()).hasMessageContaining("There is no history at");
    assertThatThrownBy(() -> history.prune(List.of("a")))
        .hasMessageContaining("There is no history");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFileKeepsNothingBesideItselfOnceItIsClosed() throws Exception {
    history.add(Entries.entry("a", 1, 1));
    try (var files = Files.list(history.path().getParent())) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("history.db");
    }
  }

  private List<RunEntry> entries() {
    List<RunEntry> entries = new ArrayList<>();
    history.entries(run -> true, entries::add);
    return entries;
  }
}
