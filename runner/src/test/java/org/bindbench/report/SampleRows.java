package org.bindbench.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Steadiness;
import org.bindbench.analysis.Summary;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * Puts rows together for tests: a row has as many completed forks as its first metric has values.
 */
final class SampleRows {
  private final CaseDeclaration declaration;
  private final CaseId id;
  private final String engine;
  private final BindingStyle style;
  private final List<Summary> summaries = new ArrayList<>();
  private final List<Absent> absent = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private final List<TrialOutcome> failures = new ArrayList<>();
  private Steadiness steadiness = Steadiness.NOT_ASSESSED;
  private String location = "";
  private String workerEngine;

  private SampleRows(CaseDeclaration declaration, CaseId id, String engine, BindingStyle style) {
    this.declaration = declaration;
    this.id = id;
    this.engine = engine;
    this.style = style;
    this.workerEngine = engine;
  }

  static SampleRows row(
      CaseDeclaration declaration, Map<String, String> params, String engine, BindingStyle style) {
    return new SampleRows(
        declaration, new CaseId(declaration.suite(), declaration.name(), params), engine, style);
  }

  static CaseDeclaration declare(
      String file, String name, String protocol, String unit, String library, String question) {
    List<String> tags = name.equals("empty_loop") ? List.of("control") : List.of("quick");
    return new CaseDeclaration(
        Path.of(file), 12, name, protocol, unit, tags, Map.of(), library, 0, question);
  }

  static Metric rate(String unit) {
    return Metric.measured(Metrics.RATE, unit, Direction.HIGHER_IS_BETTER);
  }

  /** A metric with one value per fork; the interval is value · or / spread from 3 forks up. */
  SampleRows with(Metric metric, double spread, double... values) {
    summaries.add(summary(metric, spread, values));
    return this;
  }

  SampleRows steady(Steadiness found) {
    steadiness = found;
    return this;
  }

  SampleRows flag(String... words) {
    flags.addAll(Arrays.asList(words));
    return this;
  }

  SampleRows without(Metric metric, String reason) {
    absent.add(new Absent(metric, reason));
    return this;
  }

  SampleRows on(String otherEngine) {
    workerEngine = otherEngine;
    return this;
  }

  SampleRows failed(TrialOutcome outcome) {
    failures.add(outcome);
    if (outcome instanceof TrialOutcome.ScriptFailed script) location = script.location();
    return this;
  }

  CaseResult build() {
    int completed = summaries.isEmpty() ? 0 : summaries.get(0).forkValues().size();
    List<TrialRecord> trials = new ArrayList<>();
    for (int fork = 1; fork <= completed; fork++) {
      TrialOutcome outcome =
          new TrialOutcome.Completed(List.of(), absent, samples(summaries.get(0), fork));
      trials.add(trial(fork, outcome));
    }
    for (TrialOutcome failure : failures) trials.add(trial(trials.size() + 1, failure));
    String status =
        summaries.isEmpty() && !failures.isEmpty() ? failures.get(0).status() : "COMPLETED";
    String reason = failures.isEmpty() ? "" : failures.get(0).reason();
    return new CaseResult(
        declaration,
        id,
        engine,
        style,
        status,
        reason,
        location,
        summaries,
        absent,
        steadiness,
        trials.stream().map(this::settled).toList(),
        flags,
        trials);
  }

  /** Forks that disagree are steady, but for the first. */
  private Steadiness settled(TrialRecord trial) {
    if (!(trial.outcome() instanceof TrialOutcome.Completed)) return Steadiness.NOT_ASSESSED;
    if (steadiness != Steadiness.INCONSISTENT) return steadiness;
    return trial.spec().fork() == 1 ? Steadiness.NO_STEADY_STATE : Steadiness.FLAT;
  }

  private TrialRecord trial(int fork, TrialOutcome outcome) {
    boolean jit = workerEngine.equals("graalpy") || workerEngine.equals("luajc");
    boolean crashed = outcome instanceof TrialOutcome.TimedOut;
    WorkerFacts worker =
        new WorkerFacts(
            workerEngine,
            workerEngine.startsWith("graalpy")
                ? (jit ? "GraalVM CE" : "Interpreted")
                : (jit ? "org.luaj.vm2.luajc.LuaJC" : "interpreter"),
            jit,
            "OpenJDK 64-Bit Server VM 25.0.3",
            "G1",
            jit ? List.of("-Xmx1g", "-XX:+EnableJVMCI") : List.of("-Xmx1g"),
            Notes.isTimedProtocol(declaration) ? "rotation" : "sequence");
    return new TrialRecord(
        new TrialSpec(declaration, id, engine, style, fork),
        outcome,
        crashed ? Optional.empty() : Optional.of(worker),
        2_500_000_000L + fork,
        3_750_000_000L);
  }

  private List<Sample> samples(Summary first, int fork) {
    if (!Notes.isTimedProtocol(declaration)) {
      return List.of(new Sample("live_bytes", Phase.MEASURED, 0, 300_000, 21_600_000.0 + fork));
    }
    List<Sample> samples = new ArrayList<>();
    long nanos = (long) (1e9 * 1000 / first.forkValues().get(fork - 1));
    for (int i = 0; i < 5; i++) {
      Phase phase = i < 2 ? Phase.WARM_UP : Phase.MEASURED;
      samples.add(
          new Sample(Metrics.ELAPSED_NANOS.id(), phase, i, 1000, nanos * (i < 2 ? 3.0 : 1.0)));
    }
    return samples;
  }

  static Summary summary(Metric metric, double spread, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double median = sorted[sorted.length / 2];
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    Optional<Estimate> estimate =
        values.length < 3
            ? Optional.empty()
            : Optional.of(new Estimate(median, median / spread, median * spread, 0.95));
    return new Summary(
        metric,
        Arrays.stream(values).boxed().toList(),
        estimate,
        sorted[0],
        sorted[sorted.length - 1],
        mean,
        median,
        deviation,
        mean == 0 ? Double.NaN : deviation / mean,
        values.length < 2 ? Double.NaN : deviation / 2);
  }
}
