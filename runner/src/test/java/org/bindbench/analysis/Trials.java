package org.bindbench.analysis;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Language;
import org.bindbench.model.Plan;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/** Trials and runs as a worker would have reported them. */
public final class Trials {
  private Trials() {}

  /** A case of the suite {@code binding}, in the language of the engine. */
  public static CaseDeclaration declaration(
      String engine, String name, String protocol, String unit, String... tags) {
    String extension = engine.startsWith("graalpy") ? "py" : "lua";
    int line = Math.floorMod(name.hashCode(), 1000) + 1;
    return declaration(Path.of("binding." + extension), line, name, protocol, unit, tags);
  }

  public static CaseDeclaration declaration(
      Path file, int line, String name, String protocol, String unit, String... tags) {
    return new CaseDeclaration(
        file, line, name, protocol, unit, List.of(tags), Map.of(), "library", 0, "");
  }

  public static TrialRecord trial(
      CaseDeclaration declaration,
      String engine,
      BindingStyle style,
      int fork,
      TrialOutcome outcome) {
    return trial(declaration, engine, style, fork, outcome, worker(engine, true, "alone"));
  }

  public static TrialRecord trial(
      CaseDeclaration declaration,
      String engine,
      BindingStyle style,
      int fork,
      TrialOutcome outcome,
      WorkerFacts worker) {
    TrialSpec spec = new TrialSpec(declaration, declaration.ids().get(0), engine, style, fork);
    return new TrialRecord(spec, outcome, Optional.of(worker), 1, 1);
  }

  public static WorkerFacts worker(String engine, boolean jit, String sharing) {
    return new WorkerFacts(engine, "", jit, "Temurin 25.0.3", "G1", List.of(), sharing);
  }

  /** One completed trial per value, forks 1, 2, …. */
  public static List<TrialRecord> forks(
      CaseDeclaration declaration,
      String engine,
      BindingStyle style,
      Metric metric,
      double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(
            i ->
                trial(declaration, engine, style, i + 1, completed(new Measure(metric, values[i]))))
        .toList();
  }

  /** A trial that ended well, with a flat series behind it. */
  public static Completed completed(Measure... measures) {
    return new Completed(Arrays.asList(measures), List.of(), samples(120, 50, 50));
  }

  public static Completed completed(List<Measure> measures, List<Absent> absent) {
    return new Completed(measures, absent, samples(120, 50, 50));
  }

  /** So many readings, the second half measured, at one level and then at another. */
  public static List<Sample> samples(int count, double before, double after) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Sample(
                    "elapsed_nanos",
                    i < count / 2 ? Phase.WARM_UP : Phase.MEASURED,
                    i,
                    1000,
                    1000 * (i < 3 * count / 4 ? before : after)))
        .toList();
  }

  @SafeVarargs
  public static RunRecord run(List<TrialRecord>... trials) {
    return run(0.1, trials);
  }

  @SafeVarargs
  public static RunRecord run(double load, List<TrialRecord>... trials) {
    List<TrialRecord> all = new ArrayList<>();
    for (List<TrialRecord> some : trials) all.addAll(some);
    return run(load, "25.0.3", all);
  }

  /** The same on a JVM of that version. */
  public static RunRecord onJvm(String version, List<TrialRecord> trials) {
    return run(0.1, version, trials);
  }

  private static RunRecord run(double load, String jvmVersion, List<TrialRecord> all) {
    JvmFacts jvm = new JvmFacts(Path.of("jdk"), jvmVersion, "Temurin", "HotSpot");
    Environment environment =
        new Environment(
            "Linux",
            "amd64",
            "cpu",
            4,
            1L << 33,
            -1,
            load,
            List.of(jvm),
            "Temurin 25.0.3",
            List.of(
                new EngineProfile("graalpy", Language.PYTHON, "25.0.3", "JIT"),
                new EngineProfile("luaj", Language.LUA, "3.0.1", "interpreter"),
                new EngineProfile("luajc", Language.LUA, "3.0.1", "JVM bytecode")),
            "0.1.0");
    Plan plan =
        new Plan(
            "quick",
            List.of(),
            all.stream().map(trial -> trial.spec().setup()).distinct().toList(),
            Map.of(),
            1,
            all.size(),
            Duration.ofMinutes(1),
            List.of());
    return new RunRecord("run", Instant.EPOCH, Duration.ofMinutes(1), environment, plan, all);
  }
}
