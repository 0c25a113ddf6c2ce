package org.bindbench.report.limits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.Ending;
import org.bindbench.model.limits.LimitMetrics;
import org.bindbench.model.limits.Room;
import org.bindbench.model.limits.Sought;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** A run of searches as the launcher would have recorded it. */
public final class SampleLimits {
  private static final CaseDeclaration HEAP =
      declared(3, "smallest_heap", "heap_limit", "objects", "How small a heap is enough?");
  private static final CaseDeclaration CONTEXTS =
      declared(9, "most_contexts", "context_limit", "contexts", "How many contexts fit?");

  private SampleLimits() {}

  /** Searches that agree, ones that do not, one that failed, and larger heaps. */
  public static RunAnalysis run() {
    List<TrialRecord> trials = new ArrayList<>();
    trials.add(heap("luaj", 1, 70, 68, Ending.HEAP_EXHAUSTED));
    trials.add(heap("luaj", 2, 72, 70, Ending.OVERHEAD));
    trials.add(heap("luaj", 3, 70, 68, Ending.HEAP_EXHAUSTED));
    trials.add(heap("luajc", 1, 70, 68, Ending.HEAP_EXHAUSTED));
    trials.add(heap("luajc", 2, 90, 86, Ending.NO_START));
    trials.add(
        trial(HEAP, "luajc", "", 3, new TrialOutcome.WrongAnswer("run(9) returned 1, not 2")));
    for (int fork = 1; fork <= 3; fork++) trials.add(contexts("luaj", fork, 60 + fork, 63 + fork));
    for (int fork = 1; fork <= 3; fork++) trials.add(room(Room.ALL.get(0), fork, 12.0 + fork));
    trials.add(
        trial(
            HEAP,
            "luaj",
            Room.ALL.get(1).setup(""),
            1,
            new TrialOutcome.TimedOut("nothing came for 60 s", "")));
    return RunAnalyser.analyse(Trials.run(trials), Settings.defaults().thresholds());
  }

  private static CaseDeclaration declared(
      int line, String name, String protocol, String unit, String question) {
    return new CaseDeclaration(
        Path.of("memory.lua"), line, name, protocol, unit, List.of(), Map.of(), "", 0, question);
  }

  private static TrialRecord heap(String engine, int fork, int found, int failed, Ending how) {
    return trial(
        HEAP,
        engine,
        "",
        fork,
        found(
            Sought.SMALLEST_HEAP,
            found,
            failed,
            List.of(
                new Attempt(96, Ending.COMPLETED),
                new Attempt(failed, how),
                new Attempt(found, Ending.COMPLETED))));
  }

  private static TrialRecord contexts(String engine, int fork, int found, int failed) {
    return trial(
        CONTEXTS,
        engine,
        "",
        fork,
        found(
            Sought.MOST_CONTEXTS,
            found,
            failed,
            List.of(
                new Attempt(found, Ending.COMPLETED), new Attempt(failed, Ending.HEAP_EXHAUSTED))));
  }

  private static Completed found(Sought sought, int found, int failed, List<Attempt> tries) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure(sought.metric(), sought.value(found)));
    measures.add(new Measure(LimitMetrics.FAILED_SIZE, sought.value(failed)));
    measures.add(
        new Measure(LimitMetrics.STEP, 100.0 * Math.abs(failed - found) / Math.min(failed, found)));
    if (sought == Sought.MOST_CONTEXTS)
      measures.add(new Measure(LimitMetrics.HEAP, 128.0 * (1 << 20)));
    measures.add(new Measure(LimitMetrics.TRIES, tries.size()));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < tries.size(); i++) {
      Attempt each = tries.get(i);
      samples.add(
          new Sample(
              LimitMetrics.TRIED_SIZE.id(), Phase.MEASURED, i, 1, sought.value(each.size())));
      samples.add(
          new Sample(
              LimitMetrics.TRIED_ENDING.id(), Phase.MEASURED, i, 1, each.ending().ordinal()));
    }
    return new Completed(measures, List.of(), samples);
  }

  private static TrialRecord room(Room room, int fork, double collectorPercent) {
    return trial(
        HEAP,
        "luaj",
        room.setup(""),
        fork,
        new Completed(
            List.of(
                new Measure(LimitMetrics.HEAP, 106.0 * (1 << 20)),
                new Measure(Metrics.rate("objects"), 2e6 + fork * 1e4),
                new Measure(LimitMetrics.GC_SHARE, collectorPercent)),
            List.of(),
            List.of()));
  }

  private static TrialRecord trial(
      CaseDeclaration declaration, String engine, String setup, int fork, TrialOutcome outcome) {
    TrialSpec spec =
        new TrialSpec(declaration, declaration.ids().get(0), engine, BindingStyle.OWN, setup, fork);
    return new TrialRecord(
        spec, outcome, Optional.of(Trials.worker(engine, false, "search")), 1, 1);
  }
}
