package org.bindbench.launch.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.bindbench.launch.Progress;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.LimitMetrics;
import org.bindbench.model.limits.LimitStep;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Test;

class LimitSearchTest {
  private static final TrialOutcome PASSED = new Completed(List.of(), List.of(), List.of());
  private static final TrialOutcome FULL =
      new TrialOutcome.OutOfMemory("java.lang.OutOfMemoryError: Java heap space", "heap");

  private final List<List<String>> started = new ArrayList<>();
  private final Heard heard = new Heard();

  @Test
  void aWorkerIsStartedForEachSizeWithItsHeapAndTheRowSaysWhatWasFoundAndWhatFailed() {
    TrialRecord row =
        search("heap_limit", size -> size < 70 ? FULL : PASSED, new Plan(70, 68, 96, 68, 70));
    assertThat(started)
        .containsExactly(
            List.of("-Xms96m", "-Xmx96m", "-Dbindbench.limit.size=96"),
            List.of("-Xms68m", "-Xmx68m", "-Dbindbench.limit.size=68"),
            List.of("-Xms70m", "-Xmx70m", "-Dbindbench.limit.size=70"));
    Completed completed = (Completed) row.outcome();
    double mebibyte = 1 << 20;
    assertThat(completed.measures())
        .contains(
            new Measure(LimitMetrics.SMALLEST_HEAP, 70 * mebibyte),
            new Measure(LimitMetrics.FAILED_SIZE, 68 * mebibyte),
            new Measure(LimitMetrics.STEP, 100 * 2 / 68.0),
            new Measure(LimitMetrics.TRIES, 3));
    assertThat(completed.samples()).hasSize(6);
    assertThat(heard.ended).containsExactly(row);
  }

  @Test
  void contextsAreCountedInOneHeap() {
    TrialRecord row =
        search("context_limit", size -> size > 40 ? FULL : PASSED, new Plan(40, 41, 40, 41));
    assertThat(started)
        .containsExactly(
            List.of("-Xms128m", "-Xmx128m", "-Dbindbench.limit.size=40"),
            List.of("-Xms128m", "-Xmx128m", "-Dbindbench.limit.size=41"));
    assertThat(((Completed) row.outcome()).measures())
        .contains(
            new Measure(LimitMetrics.MOST_CONTEXTS, 40),
            new Measure(LimitMetrics.HEAP, 128.0 * (1 << 20)));
  }

  @Test
  void aTryThatDiesWhereItOpensAContextShowsThatSoManyAreTooMany() {
    TrialSpec spec = spec("context_limit");
    List<String> doing =
        new ArrayList<>(
            List.of("opening context 31 of 40", "asking 38 contexts", "asking 30 contexts"));
    List<TrialOutcome> outcomes = new ArrayList<>(List.of(FULL, FULL, PASSED));
    TrialRecord row =
        run(
            new LimitSearch(spec, new Plan(30, 31, 40, 38, 30), heard),
            (options, progress) -> {
              progress.working(spec, "opening context 1 of 40");
              progress.working(spec, doing.remove(0));
              return Optional.of(new TrialRecord(spec, outcomes.remove(0), Optional.empty(), 5, 5));
            });
    assertThat(((Completed) row.outcome()).samples())
        .filteredOn(sample -> sample.metric().equals(LimitMetrics.TRIED_SIZE.id()))
        .extracting(Sample::value)
        .containsExactly(31.0, 38.0, 30.0);
  }

  @Test
  void whatFailsForAnotherReasonThanMemoryEndsTheSearchAndIsTheRow() {
    TrialOutcome error = new TrialOutcome.ScriptFailed("attempt to index nil", "a.lua:3", "");
    TrialRecord row = search("heap_limit", size -> error, new Plan(70, 68, 96, 68, 70));
    assertThat(row.outcome()).isEqualTo(error);
    assertThat(started).hasSize(1);
  }

  @Test
  void whereNoHeapIsEnoughTheRowSaysWhichWasTheLastAndHowItEnded() {
    TrialRecord row = search("heap_limit", size -> FULL, new Plan(-1, -1, 1024, 2048));
    assertThat(row.outcome()).isInstanceOf(TrialOutcome.OutOfMemory.class);
    assertThat(row.outcome().reason()).contains("2048 MiB").contains("Java heap space");
  }

  @Test
  void aRunThatIsToldToEndLeavesTheSearchUnmeasured() {
    TrialRecord row =
        run(
            new LimitSearch(spec("heap_limit"), new Plan(70, 68, 96), heard),
            (options, progress) -> Optional.empty());
    assertThat(row.outcome()).isInstanceOf(TrialOutcome.Skipped.class);
  }

  private TrialRecord search(String protocol, IntFunction<TrialOutcome> world, LimitRule rule) {
    TrialSpec spec = spec(protocol);
    return run(
        new LimitSearch(spec, rule, heard),
        (options, progress) -> {
          started.add(options);
          progress.working(spec, "doing the work");
          String size = options.get(2).substring(options.get(2).indexOf('=') + 1);
          return Optional.of(
              new TrialRecord(spec, world.apply(Integer.parseInt(size)), Optional.empty(), 5, 5));
        });
  }

  private static TrialRecord run(LimitSearch search, LimitSearch.Worker worker) {
    try {
      return search.run(worker, () -> 0);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static TrialSpec spec(String protocol) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("limits.lua"), 1, "small", protocol, "objects", List.of(), Map.of(), "", 0, "");
    return new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1);
  }

  /** Tries these sizes one after the other, then ends with that result. */
  private record Plan(int found, int failed, List<Integer> sizes) implements LimitRule {
    Plan(int found, int failed, Integer... sizes) {
      this(found, failed, List.of(sizes));
    }

    @Override
    public LimitStep next(TrialSpec search, List<Attempt> tries) {
      if (tries.size() < sizes.size()) return new LimitStep.Try(sizes.get(tries.size()));
      return found < 0
          ? new LimitStep.Unsettled("not even the easiest size was enough", true)
          : new LimitStep.Found(found, OptionalInt.of(failed));
    }

    @Override
    public int contextHeapMebibytes(TrialSpec search) {
      return 128;
    }
  }

  private static final class Heard implements Progress {
    private final List<TrialRecord> ended = new ArrayList<>();

    @Override
    public void starting(String title) {}

    @Override
    public void working(TrialSpec trial, String doing) {}

    @Override
    public void ended(TrialRecord trial) {
      ended.add(trial);
    }

    @Override
    public void advanced(double share) {}
  }
}
