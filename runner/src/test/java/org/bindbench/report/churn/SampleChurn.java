package org.bindbench.report.churn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.bindbench.analysis.Trials;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * A run in which a shared engine keeps memory that goes with it, engines of their own keep threads,
 * and Lua keeps nothing; too few contexts were opened of one case.
 */
final class SampleChurn {
  private static final double MEGABYTE = 1e6;

  private SampleChurn() {}

  static List<TrialRecord> trials() {
    return List.of(
        trial("no_context", "", "graalpy", control(60)),
        trial(
            "bare_context",
            "shared",
            "graalpy",
            new Guests(60, 2.1 * MEGABYTE, 0, true, 180, 11).outcome()),
        trial("bare_context", "own", "graalpy", new Guests(60, 0, 1, false, 1450, 48).outcome()),
        trial(
            "library_context",
            "shared",
            "graalpy",
            new Guests(12, 5 * MEGABYTE, 0, true, 420, 13).outcome()),
        trial("no_context", "", "luaj", control(60)),
        trial(
            "bare_context",
            "shared",
            "luaj",
            new TrialOutcome.Unsupported(
                "luaj has no engine that guests could share: each is one by itself")),
        trial("bare_context", "own", "luaj", new Guests(60, 0, 0, false, 2.5, 0.001).outcome()));
  }

  private static Completed control(int cycles) {
    List<Sample> samples = new ArrayList<>();
    add(samples, ChurnReading.LIVE_HEAP, cycles, cycle -> 80 * MEGABYTE + 40 * cycle);
    add(samples, ChurnReading.THREADS, cycles, cycle -> 14);
    add(samples, ChurnReading.NATIVE, cycles, cycle -> 1300 * MEGABYTE);
    return new Completed(List.of(new Measure(ChurnMetrics.CONTEXTS, cycles)), List.of(), samples);
  }

  /** Guests of one trial: what each leaves, and how long it takes to open and close one. */
  private record Guests(
      int count,
      double heapBytes,
      int threads,
      boolean goesWithEngine,
      double openMillis,
      double closeMillis) {
    Completed outcome() {
      List<Sample> samples = new ArrayList<>();
      add(
          samples,
          ChurnReading.LIVE_HEAP,
          count,
          guest -> 80 * MEGABYTE + heapBytes * guest + 900 * (guest % 3));
      add(samples, ChurnReading.THREADS, count, guest -> 14.0 + threads * guest);
      add(
          samples,
          ChurnReading.NATIVE,
          count,
          guest -> 1300 * MEGABYTE + 70_000.0 * threads * guest);
      add(
          samples,
          ChurnReading.category("thread"),
          count,
          guest -> 15 * MEGABYTE + 70_000.0 * threads * guest);
      samples.add(
          sample(
              ChurnReading.LIVE_HEAP.closedId(),
              count,
              goesWithEngine ? 81 * MEGABYTE : 80 * MEGABYTE + heapBytes * count));
      return new Completed(
          List.of(
              new Measure(ChurnMetrics.CONTEXTS, count),
              new Measure(ChurnMetrics.OPEN_TIME, openMillis),
              new Measure(ChurnMetrics.CLOSE_TIME, closeMillis)),
          List.of(),
          samples);
    }
  }

  private static void add(
      List<Sample> samples, ChurnReading reading, int guests, IntToDoubleFunction value) {
    samples.add(new Sample(reading.id(), Phase.WARM_UP, 0, 1, value.applyAsDouble(0)));
    for (int guest = 1; guest <= guests; guest++)
      samples.add(sample(reading.id(), guest, value.applyAsDouble(guest)));
  }

  private static Sample sample(String id, int guest, double value) {
    return new Sample(id, Phase.MEASURED, guest, 1, value);
  }

  private static TrialRecord trial(
      String name, String sharing, String engine, TrialOutcome outcome) {
    Map<String, List<String>> params =
        sharing.isEmpty() ? Map.of() : Map.of("sharing", List.of("shared", "own"));
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("memory_contexts." + (engine.equals("luaj") ? "lua" : "py")),
            name.length(),
            name,
            ChurnMetrics.PROTOCOL,
            "contexts",
            name.equals("no_context") ? List.of("control") : List.of(),
            params,
            "",
            0,
            "What is left of " + name.replace('_', ' ') + "?");
    CaseId id =
        new CaseId(
            "memory_contexts", name, sharing.isEmpty() ? Map.of() : Map.of("sharing", sharing));
    return new TrialRecord(
        new TrialSpec(declaration, id, engine, BindingStyle.OWN, 1),
        outcome,
        Optional.of(Trials.worker(engine, engine.equals("graalpy"), "alone")),
        1,
        1);
  }
}
