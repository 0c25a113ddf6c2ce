package org.bindbench.analysis.leak.path;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialOutcome.Explained;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.leak.ClassGrowth;
import org.bindbench.model.leak.ContainerGrowth;
import org.bindbench.model.leak.ContainerSize;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.model.leak.Reference;
import org.bindbench.model.leak.ReferencePath;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** Runs with rows that lost memory, explained and not. */
public final class SampleExplanations {
  private static final int CYCLES = 20;
  private static final long OPERATIONS = 1_000;

  private SampleExplanations() {}

  /** What a fork saw of a table that keeps sessions, and of a library's list beside it. */
  public static LeakEvidence evidence() {
    return new LeakEvidence(
        CYCLES,
        OPERATIONS,
        List.of(
            new ClassGrowth("org.luaj.vm2.LuaTable", 40_000, 1_600_000),
            new ClassGrowth("org.luaj.vm2.LuaTable$NormalEntry", 20_000, 480_000)),
        List.of(
            grown("sessions", "global", "table", 5_000, 25_000),
            grown("bus.entries[\"<b>|*\"]", "upvalue of the function run, a.lua:7", "List", 0, 20),
            grown("a", "global", "table", 1, 21),
            grown("b", "global", "table", 2, 22)),
        List.of(
            new ReferencePath(
                "org.luaj.vm2.LuaTable",
                List.of(
                    new Reference("org.luaj.vm2.LuaValue[]", false, ""),
                    new Reference("org.luaj.vm2.LuaTable", false, "array"),
                    new Reference("org.luaj.vm2.LuaTable$NormalEntry", false, "value"),
                    new Reference("org.luaj.vm2.LuaTable$Slot[]", false, ""),
                    new Reference("org.luaj.vm2.Globals", false, "hash")),
                "Threads: Stack Variable",
                17),
            new ReferencePath("org.luaj.vm2.LuaTable", List.of(), "", 3)),
        20,
        List.of());
  }

  private static ContainerGrowth grown(
      String name, String place, String kind, long before, long after) {
    return new ContainerGrowth(new ContainerSize(name, place, kind, after), before);
  }

  /** A row that grows by so many bytes a cycle, and its fork. */
  public static TrialRecord lifecycle(String name, String engine, double bytesPerCycle) {
    CaseDeclaration declaration = Trials.declaration(engine, name, "lifecycle", "sessions");
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < CYCLES; i++)
      samples.add(
          new Sample(
              Metrics.CYCLE_LIVE_BYTES.id(),
              Phase.MEASURED,
              i,
              OPERATIONS,
              5e6 + bytesPerCycle * i));
    return Trials.trial(
        declaration,
        engine,
        BindingStyle.HAND,
        1,
        new Completed(
            List.of(new Measure(Metrics.GROWTH_TOTAL, bytesPerCycle * CYCLES)),
            List.of(),
            samples));
  }

  /** The fork that was to explain that one. */
  public static TrialRecord explaining(TrialRecord lost, TrialOutcome outcome) {
    return new TrialRecord(lost.spec().explaining(), outcome, lost.worker(), 1, 1);
  }

  public static RunAnalysis analysed(TrialRecord... trials) {
    return RunAnalyser.analyse(Trials.run(List.of(trials)), Settings.defaults().thresholds());
  }

  /**
   * An explained row, one whose fork ran out of memory, one that nobody looked into, one at rest.
   */
  public static RunAnalysis run() {
    TrialRecord explained = lifecycle("explained", "luaj", 200_000);
    TrialRecord failed = lifecycle("failed", "luajc", 200_000);
    return analysed(
        explained,
        failed,
        lifecycle("unseen", "luaj", 200_000),
        lifecycle("at_rest", "luaj", 10),
        explaining(explained, new Explained(evidence())),
        explaining(failed, new TrialOutcome.OutOfMemory("the heap was full", "heap")));
  }
}
