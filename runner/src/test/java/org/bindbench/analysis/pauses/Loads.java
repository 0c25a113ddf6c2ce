package org.bindbench.analysis.pauses;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.GcLoad;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** Trials of the protocol {@code gc} as a worker would have reported them. */
public final class Loads {
  private Loads() {}

  /** A case of the suite {@code load}. */
  public static CaseDeclaration declaration(String name, String... tags) {
    return new CaseDeclaration(
        Path.of("load.lua"),
        name.length(),
        name,
        GcLoad.PROTOCOL,
        "batches",
        List.of(tags),
        Map.of(),
        "",
        0,
        "How long are the pauses of " + name + "?");
  }

  /** So many pauses that rise evenly from the first to the last length, in ms. */
  public static double[] rising(int count, double first, double last) {
    double[] pauses = new double[count];
    for (int i = 0; i < count; i++)
      pauses[i] = first + (last - first) * (count == 1 ? 0 : i / (count - 1.0));
    return pauses;
  }

  /** A fork with these pauses, in ms, that did so many operations a second. */
  public static Completed fork(double throughput, double... pauses) {
    List<Sample> samples = new ArrayList<>();
    samples.add(new Sample(Metrics.ELAPSED_NANOS.id(), Phase.WARM_UP, 0, 1000, 2e9));
    samples.add(new Sample(Metrics.ELAPSED_NANOS.id(), Phase.MEASURED, 1, 3000, 3e9));
    for (int i = 0; i < pauses.length; i++)
      samples.add(new Sample(PauseMetrics.PAUSE.id(), Phase.MEASURED, i, 0, pauses[i]));
    double longest = Arrays.stream(pauses).max().orElse(0);
    return new Completed(
        List.of(
            new Measure(PauseMetrics.THROUGHPUT, throughput),
            new Measure(PauseMetrics.ALLOCATION_RATE, 1e9),
            new Measure(PauseMetrics.COLLECTOR_CPU, 12.5),
            new Measure(PauseMetrics.PAUSES, pauses.length),
            new Measure(PauseMetrics.PAUSE_LONGEST, longest),
            new Measure(PauseMetrics.SAFEPOINT_LONGEST, 0.25),
            new Measure(PauseMetrics.PAUSED_SHARE, 4),
            new Measure(PauseMetrics.CONCURRENT_SHARE, 0),
            new Measure(PauseMetrics.STALLED_SHARE, 0),
            new Measure(PauseMetrics.YOUNG_COLLECTIONS, 2.5),
            new Measure(PauseMetrics.OLD_COLLECTIONS, 0.1),
            new Measure(PauseMetrics.FULL_COLLECTIONS, 0),
            new Measure(PauseMetrics.FORCED_COLLECTIONS, 0),
            new Measure(PauseMetrics.FREED_PER_MILLISECOND, 3e6),
            new Measure(PauseMetrics.PEAK_HEAP, 4e8)),
        List.of(
            new Absent(
                PauseMetrics.PROMOTED_BYTES,
                "unsupported: this collector's events do not tell how much it promotes")),
        samples);
  }

  /** Forks of one case on luaj in a setup. */
  public static List<TrialRecord> row(String name, String setup, Completed... forks) {
    return row(declaration(name), setup, forks);
  }

  public static List<TrialRecord> row(
      CaseDeclaration declaration, String setup, Completed... forks) {
    List<TrialRecord> trials = new ArrayList<>();
    for (Completed fork : forks)
      trials.add(
          new TrialRecord(
              new TrialSpec(
                  declaration,
                  declaration.ids().get(0),
                  "luaj",
                  BindingStyle.OWN,
                  setup,
                  trials.size() + 1),
              fork,
              Optional.of(worker()),
              1,
              1));
    return trials;
  }

  private static WorkerFacts worker() {
    return new WorkerFacts(
        "luaj",
        "interpreter",
        false,
        "Temurin 25.0.3",
        "G1",
        List.of("-XX:+UseG1GC", "-Xms512m", "-Xmx512m"),
        "alone");
  }
}
