package org.bindbench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bindbench.analysis.Trials;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Effort;
import org.bindbench.model.LeftOut;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.UsageException;
import org.bindbench.model.WarmUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredRunTest {
  private static final RunRecord RUN = Trials.run();

  @TempDir Path folder;

  @Test
  void aRunIsRebuiltFromItsPlanAndTheTrialsThatEnded() {
    store(trial(1), trial(2));
    new StoredTrials(StoredRun.trials(folder)).store(trial(1));
    RunRecord rebuilt = StoredRun.read(folder);
    assertThat(rebuilt.plan()).isEqualTo(RUN.plan());
    assertThat(rebuilt.environment())
        .usingRecursiveComparison()
        .ignoringFields("workerJvms.home") // a relative path comes back absolute
        .isEqualTo(RUN.environment());
    assertThat(rebuilt.startedAt()).isEqualTo(RUN.startedAt());
    assertThat(rebuilt.trials().get(0)).isEqualTo(trial(1));
    assertThat(rebuilt.trials().get(1).spec()).isEqualTo(trial(2).spec());
    assertThat(rebuilt.trials().get(1).outcome()).isInstanceOf(TrialOutcome.Skipped.class);
    assertThat(rebuilt.trials()).hasSize(2);
  }

  /** What a time budget left out was never to be run. */
  @Test
  void aRunThatEndedHasNoTrialButThoseItHas() {
    StoredRun stored = store(trial(1), trial(2));
    new StoredTrials(StoredRun.trials(folder)).store(trial(1));
    RunRecord ended =
        new RunRecord(
            RUN.id(),
            RUN.startedAt(),
            RUN.elapsed(),
            RUN.environment(),
            RUN.plan().spent(List.of(new LeftOut("a row", 1, 5)), List.of()),
            List.of(trial(1)));
    stored.ended(ended).write(folder);
    RunRecord rebuilt = StoredRun.read(folder);
    assertThat(rebuilt.trials()).containsExactly(trial(1));
    assertThat(rebuilt.plan().leftOut()).containsExactly(new LeftOut("a row", 1, 5));
  }

  @Test
  void aRunStoredBeforeForksWereAddedIsReadAsOneWithout() throws Exception {
    store(trial(1));
    Path file = folder.resolve("run.json");
    String old = Files.readString(file).replace(",\"added\":[]", "");
    assertThat(old).doesNotContain("added");
    Files.writeString(file, old);
    assertThat(StoredRun.read(folder).plan()).isEqualTo(RUN.plan());
  }

  @Test
  void aRunThatLostItsProcessBeforeTheFirstTrialEndedIsAllSkipped() {
    store(trial(1));
    assertThat(StoredRun.read(folder).trials())
        .singleElement()
        .satisfies(trial -> assertThat(trial.outcome().reason()).contains("the run ended before"));
    assertThat(StoredRun.read(folder).elapsed()).isZero();
  }

  @Test
  void aTrialThatWasPlannedTwiceAndEndedOnceIsMissingOnce() {
    store(trial(1), trial(1));
    new StoredTrials(StoredRun.trials(folder)).store(trial(1));
    assertThat(StoredRun.read(folder).trials())
        .extracting(trial -> trial.outcome().status())
        .containsExactly("INCOMPLETE", "SKIPPED");
  }

  @Test
  void aClockSetBackGivesNoNegativeTime() throws Exception {
    StoredRun.of("id", Instant.now().plusSeconds(3600), RUN.environment(), RUN.plan(), List.of())
        .write(folder);
    new StoredTrials(StoredRun.trials(folder)).store(trial(1));
    assertThat(StoredRun.read(folder).elapsed()).isEqualTo(Duration.ZERO);
  }

  @Test
  void aRunStoredWithOneTimeForItsWarmUpIsReadAsAFixedOne() throws Exception {
    store(trial(1));
    Path file = folder.resolve("run.json");
    String effort =
        "{'forks':3,'rotated':false,'warmUp':2.500000000,'measured':1.000000000,'slice':1.000000000,"
            + "'iteration':0.160000000,'segmentsPerIteration':8,'retainedObjects':1,'weakObjects':1,"
            + "'limit':60.000000000,'sizes':{'cycles':20,'cycleObjects':50000,'scalingSizes':"
            + "[1000,3162,10000,31623,100000,316228],'concurrentOperations':1000}}";
    String older =
        Files.readString(file)
            .replace("\"efforts\":{}", "\"efforts\":{\"luaj\":" + effort.replace('\'', '"') + "}");
    Files.writeString(file, older);
    assertThat(StoredRun.read(folder).plan().efforts().values())
        .extracting(Effort::warmUp)
        .containsOnly(WarmUp.fixed(Duration.ofMillis(2500)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"schema\": 1, \"id\": \"x\"}", "{\"schema\": 99}"})
  void aRunFileThatLacksWhatARunHasIsDamaged(String content) throws Exception {
    Files.writeString(folder.resolve("run.json"), content);
    assertThatThrownBy(() -> StoredRun.read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void aFolderWithoutARunIsNamed() {
    assertThatThrownBy(() -> StoredRun.read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no run in " + folder);
  }

  @Test
  void aDamagedTrialIsNamedAndNothingIsMadeUp() throws Exception {
    store(trial(1));
    Files.createDirectories(StoredRun.trials(folder));
    Path damaged = Files.writeString(StoredRun.trials(folder).resolve("0001.json"), "{\"spec\":");
    assertThatThrownBy(() -> StoredRun.read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(damaged.toString());
  }

  @Test
  void whatWasBeingWrittenWhenTheProcessDiedIsNoTrial() throws Exception {
    store(trial(1));
    Files.createDirectories(StoredRun.trials(folder));
    Files.writeString(StoredRun.trials(folder).resolve("0001.json.part"), "{\"spec\":");
    assertThat(StoredRun.read(folder).trials()).hasSize(1);
  }

  private StoredRun store(TrialRecord... planned) {
    List<TrialSpec> specs = List.of(planned).stream().map(TrialRecord::spec).toList();
    StoredRun stored = StoredRun.of("id", RUN.startedAt(), RUN.environment(), RUN.plan(), specs);
    stored.write(folder);
    return stored;
  }

  private static TrialRecord trial(int fork) {
    return Trials.trial(
        Trials.declaration(
            Path.of("/suites/memory.lua").toAbsolutePath(), 3, "creation", "rate", "objects"),
        "luaj",
        BindingStyle.HAND,
        fork,
        new TrialOutcome.Incomplete("no message"));
  }
}
