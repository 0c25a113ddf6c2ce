package org.bindbench.analysis.leak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.bindbench.analysis.Trials;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** Trials of leaks on luaj, whose live heap a test writes down. */
public final class LeakTrials {
  public static final int OPERATIONS = 1_000;
  private static final double LIVE = 20e6;

  private LeakTrials() {}

  /** A control that stands still. */
  public static TrialRecord control(int cycles) {
    return trial("does_nothing", cycles, cycle -> 0, "control");
  }

  /** A planted leak of 1 KiB an operation that grows by so many bytes a cycle. */
  public static TrialRecord planted(int cycles, double perCycle) {
    return trial("planted_leak", cycles, cycle -> perCycle * cycle, "planted");
  }

  /** A case that grows by so many bytes a cycle. */
  public static TrialRecord growing(String name, int cycles, double perCycle, String... tags) {
    return trial(name, cycles, cycle -> perCycle * cycle, tags);
  }

  /** A case with that growth after each cycle; all of it is kept by the case. */
  public static TrialRecord trial(
      String name, int cycles, IntToDoubleFunction grown, String... tags) {
    List<Sample> samples = new ArrayList<>();
    for (int cycle = 0; cycle < cycles; cycle++)
      samples.add(
          new Sample(
              Metrics.CYCLE_LIVE_BYTES.id(),
              Phase.MEASURED,
              cycle,
              OPERATIONS,
              LIVE + grown.applyAsDouble(cycle)));
    double total = grown.applyAsDouble(cycles - 1);
    return trial(
        name,
        new Completed(
            List.of(
                new Measure(Metrics.GROWTH_TOTAL, total),
                new Measure(LeakMetrics.KEPT_BY_CASE, total),
                new Measure(LeakMetrics.KEPT_BY_GUEST, 0),
                new Measure(LeakMetrics.KEPT_OUTSIDE, 0)),
            List.of(),
            samples),
        cycles < 60 ? 1 : 2,
        tags);
  }

  /** A case that ended so. */
  public static TrialRecord trial(
      String name, org.bindbench.model.TrialOutcome outcome, int fork, String... tags) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("leaks.lua"),
            name.length(),
            name,
            LeakMetrics.PROTOCOL,
            "operations",
            List.of(tags),
            Map.of(),
            "",
            List.of(tags).contains("planted") ? 1024 : 0,
            "Does " + name + " leak?");
    return Trials.trial(declaration, "luaj", BindingStyle.OWN, fork, outcome);
  }
}
