package org.bindbench.report.stress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.BeyondLimit.Place;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Growth;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.Release;
import org.bindbench.model.metric.Sample;
import org.bindbench.model.metric.StepEnd;
import org.bindbench.model.metric.StressMetrics;

/** A run with a row of each way to measure memory under pressure and after it. */
final class SampleStress {
  private static final double MEBI = 1 << 20;
  private static final List<Integer> SHARES = List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 95);

  private SampleStress() {}

  /** The run, judged; three forks of each row. */
  static RunAnalysis run() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int fork = 1; fork <= 3; fork++) {
      for (String engine : List.of("luaj", "luajc")) {
        trials.add(trial("rising_live_set", StressMetrics.PRESSURE, engine, fork, ladder(fork)));
        trials.add(trial("tasks_for_a_pool", StressMetrics.POOL, engine, fork, pool(fork)));
        trials.add(
            trial("every_third_freed", StressMetrics.FRAGMENTATION, engine, fork, holes(fork)));
      }
      trials.add(
          trial(
              "memory_runs_out",
              BeyondLimit.PROTOCOL,
              "luaj",
              fork,
              BeyondLimit.survived(
                  Place.JAVA, "java.lang.OutOfMemoryError: Java heap space", true, 101, 7)));
      trials.add(
          trial(
              "memory_runs_out",
              BeyondLimit.PROTOCOL,
              "luajc",
              fork,
              BeyondLimit.ended("the system killed the worker for want of memory")));
      for (Release release : Release.values()) trials.add(released(release, fork));
      trials.add(trial("heap_given_back", RecoveryMetrics.GIVEN_BACK, "luaj", fork, back(fork)));
      trials.add(retained("memory_per_object", BindingStyle.OWN, fork, 104));
      trials.add(retained("memory_per_bound_object", BindingStyle.HAND, fork, 150));
    }
    return RunAnalyser.analyse(Trials.run(trials), Settings.defaults().thresholds());
  }

  private static TrialOutcome ladder(int fork) {
    List<Sample> samples = new ArrayList<>();
    for (int share : SHARES) {
      boolean full = share == 95;
      StepEnd end = full ? StepEnd.OUT_OF_MEMORY : StepEnd.PASSED;
      add(samples, StressMetrics.STEP_END.id(), share, end.code());
      if (full) continue;
      add(samples, StressMetrics.STEP_THROUGHPUT.id(), share, 1e6 * (100 - share) + fork);
      add(samples, StressMetrics.STEP_COLLECTING.id(), share, share * 0.7);
      add(samples, StressMetrics.STEP_LIVE_BYTES.id(), share, share * 5 * MEBI);
    }
    return new Completed(
        List.of(new Measure(StressMetrics.PEAK_HEAP, 500 * MEBI)), List.of(), samples);
  }

  private static TrialOutcome pool(int fork) {
    List<Sample> samples = new ArrayList<>();
    for (int count : List.of(10, 25, 50, 100)) {
      add(samples, StressMetrics.STEP_END.id(), count, StepEnd.PASSED.code());
      add(samples, StressMetrics.STEP_THROUGHPUT.id(), count, 190 + count / 10.0 + fork);
      add(samples, StressMetrics.STEP_COLLECTING.id(), count, 3.5);
      add(samples, StressMetrics.STEP_LIVE_BYTES.id(), count, 40 * MEBI);
      add(samples, StressMetrics.STEP_RIGHT.id(), count, 100);
    }
    return new Completed(
        List.of(
            new Measure(StressMetrics.TASK_THROUGHPUT, 200 + fork),
            new Measure(StressMetrics.TASKS_RIGHT, 100),
            new Measure(StressMetrics.GUEST_BYTES, MEBI + fork),
            new Measure(StressMetrics.PEAK_HEAP, 120 * MEBI),
            new Measure(StressMetrics.PEAK_PROCESS, 210 * MEBI)),
        List.of(),
        samples);
  }

  private static void add(List<Sample> samples, String metric, long size, double value) {
    samples.add(new Sample(metric, Phase.MEASURED, 0, size, value));
  }

  private static TrialOutcome holes(int fork) {
    return new Completed(
        List.of(
            new Measure(StressMetrics.THINNED_BACK, 99.9 - fork / 100.0),
            new Measure(StressMetrics.HEAP_PER_BYTE, 1.01),
            new Measure(StressMetrics.REFILLED, 88 + fork)),
        List.of(
            new Absent(
                StressMetrics.HUMONGOUS_SHARE,
                "unsupported: of the collectors only G1 has regions and humongous objects")),
        List.of());
  }

  private static TrialOutcome back(int fork) {
    return new Completed(
        List.of(
            new Measure(RecoveryMetrics.HEAP_GIVEN_BACK, 40 + fork),
            new Measure(RecoveryMetrics.PROCESS_GIVEN_BACK, 38 + fork),
            new Measure(RecoveryMetrics.GIVEN_BACK_AFTER, 310),
            new Measure(RecoveryMetrics.COMMITTED_BEFORE, 61 * MEBI),
            new Measure(RecoveryMetrics.COMMITTED_WITH, 520 * MEBI),
            new Measure(RecoveryMetrics.COMMITTED_AFTER, 330 * MEBI),
            new Measure(RecoveryMetrics.RESIDENT_BEFORE, 130 * MEBI),
            new Measure(RecoveryMetrics.RESIDENT_WITH, 600 * MEBI),
            new Measure(RecoveryMetrics.RESIDENT_AFTER, 420 * MEBI)),
        List.of(),
        List.of());
  }

  private static TrialRecord released(Release release, int fork) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(RecoveryMetrics.RECOVERED, 99.9));
    measures.add(new Measure(RecoveryMetrics.STABLE_AFTER, 50 + fork));
    if (release == Release.AT_ONCE)
      measures.add(new Measure(RecoveryMetrics.RECOVERED_UNASKED, 2 + fork));
    return trial(
        "objects_released",
        RecoveryMetrics.RECOVERY,
        Map.of(RecoveryMetrics.RELEASE, release.id()),
        "luaj",
        BindingStyle.OWN,
        fork,
        new Completed(measures, List.of(), List.of()));
  }

  private static TrialRecord retained(String name, BindingStyle style, int fork, double bytes) {
    return trial(
        name,
        "retained",
        Map.of(),
        "luaj",
        style,
        fork,
        new Completed(
            List.of(
                new Measure(Metrics.RETAINED_BYTES, bytes + fork / 100.0),
                new Measure(Metrics.CLEANUP_EFFICIENCY, 100),
                new Measure(Metrics.RECOVERY_TIME, bytes)),
            List.of(),
            List.of()));
  }

  private static TrialRecord trial(
      String name, String protocol, String engine, int fork, TrialOutcome outcome) {
    return trial(name, protocol, Map.of(), engine, BindingStyle.OWN, fork, outcome);
  }

  private static TrialRecord trial(
      String name,
      String protocol,
      Map<String, String> params,
      String engine,
      BindingStyle style,
      int fork,
      TrialOutcome outcome) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("memory.lua"),
            1,
            name,
            protocol,
            "objects",
            List.of(),
            Map.of(),
            style == BindingStyle.OWN ? "" : "library",
            0,
            "What of " + name.replace('_', ' ') + "?",
            4,
            Growth.LINEAR,
            "");
    return new TrialRecord(
        new TrialSpec(declaration, new CaseId("memory", name, params), engine, style, fork),
        outcome,
        Optional.of(Trials.worker(engine, true, "alone")),
        1,
        1);
  }
}
