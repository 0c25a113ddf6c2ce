package org.bindbench.history.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.Improvement;
import org.bindbench.wire.StoredBaseline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineStoreTest {
  @TempDir Path folder;
  private BaselineStore store = new BaselineStore(Path.of("unset"));

  @BeforeEach
  void open() {
    store = new BaselineStore(folder.resolve("baselines"));
  }

  private static Baseline named(String name) {
    return new Baseline(
        name,
        Instant.EPOCH,
        "test",
        "run",
        Instant.EPOCH,
        "quick",
        List.of(),
        "0",
        new Runs().rate("a", 1e6).kept());
  }

  @Test
  void whatIsSavedIsFoundListedAndRemoved() {
    assertThat(store.list()).isEmpty();
    store.save(named("main"));
    store.save(named("release-1.0"));
    assertThat(store.list())
        .extracting(BaselineStore.Entry::name)
        .containsExactly("main", "release-1.0");
    assertThat(store.require("main")).isEqualTo(named("main"));
    store.remove("main");
    assertThat(store.find("main")).isEmpty();
    assertThatThrownBy(() -> store.remove("main"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("Stored are release-1.0");
  }

  @Test
  @Tag("fault-19")
  void aDamagedOneIsListedCannotBeUsedAndCanBeRemoved() throws IOException {
    Path file = store.save(named("main"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(store.list())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.baseline()).isEmpty();
              assertThat(entry.content()).isInstanceOf(StoredBaseline.Corrupt.class);
            });
    assertThatThrownBy(() -> store.require("main")).hasMessageContaining("is corrupt");
    store.remove("main");
    assertThat(store.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "../main", "a/b", "a\\b", ".hidden", "a b", "main.json", "ä"})
  @Tag("fault-23")
  void aNameNeverLeavesTheFolder(String name) {
    assertThat(BaselineStore.isName(name)).isFalse();
    assertThat(store.find(name)).isEmpty();
    assertThatThrownBy(() -> store.save(named(name))).isInstanceOf(UsageException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void savingForgetsTheImprovementThatWasNoted() {
    store.save(named("main"));
    Improvement improvement = new Improvement("run", "later", List.of("row"));
    store.note("main", improvement);
    assertThat(store.improvement("main")).contains(improvement);
    assertThat(store.list()).hasSize(1);
    store.save(named("main"));
    assertThat(store.improvement("main")).isEmpty();
  }
}
