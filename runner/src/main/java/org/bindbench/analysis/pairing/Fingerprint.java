package org.bindbench.analysis.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.GcLoad;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.WorkerFacts;

/**
 * The stable facts that two runs must share for a row of theirs to be comparable, by name. What
 * varies from run to run, such as load and free memory, is none of them; the number of forks
 * neither, since the test takes sides of any size.
 */
public record Fingerprint(Map<String, String> facts) {
  private static final String UNKNOWN = "not recorded";
  private static final long GIBIBYTE = 1 << 30;

  /** Options that every run has, which say where it kept its files and not how it ran. */
  private static final String OURS =
      "(?s)-XX:ErrorFile=.*|-Dpolyglot\\.engine\\.userResourceCache=.*|--upgrade-module-path"
          + "|([A-Za-z]:\\\\|/).*";

  /** Where a file or folder lies; what it is called stays. */
  private static final Pattern PLACE =
      Pattern.compile("(?<=[=:,])([A-Za-z]:)?[\\\\/][^=:,]*[\\\\/]");

  public Fingerprint {
    facts = new LinkedHashMap<>(facts);
  }

  /**
   * The facts behind one row.
   *
   * @param digests of the suite files, by file
   */
  public static Fingerprint of(RunRecord run, CaseResult row, Map<String, String> digests) {
    Map<String, String> facts = new LinkedHashMap<>();
    machine(run.environment(), facts);
    run.environment().engines().stream()
        .filter(profile -> profile.id().equals(row.engine()))
        .findFirst()
        .ifPresent(profile -> engine(profile, facts));
    worker(row, facts);
    Effort effort = run.plan().efforts().get(row.engine());
    facts.put("effort", effort == null ? UNKNOWN : effort(effort));
    if (effort != null && row.declaration().protocol().equals(GcLoad.PROTOCOL))
      facts.put("load", load(effort.sizes().gc()));
    facts.put("cases that took turns in one JVM", turns(run, row));
    facts.put("suite file", digests.getOrDefault(row.declaration().file().toString(), UNKNOWN));
    return new Fingerprint(facts);
  }

  /** {@code cores: 2 / 4}, for every fact in which the other differs. */
  public List<String> differences(Fingerprint other) {
    List<String> differences = new ArrayList<>();
    facts.forEach(
        (name, value) -> {
          String theirs = other.facts.getOrDefault(name, UNKNOWN);
          if (!Objects.equals(value, theirs)) differences.add(name + ": " + value + " / " + theirs);
        });
    other.facts.forEach(
        (name, value) -> {
          if (!facts.containsKey(name)) differences.add(name + ": " + UNKNOWN + " / " + value);
        });
    return differences;
  }

  private static void machine(Environment machine, Map<String, String> facts) {
    facts.put("CPU", machine.cpu());
    facts.put("cores", String.valueOf(machine.cores()));
    // rounded down: what a kernel keeps for itself of a whole number differs by some MiB
    facts.put("memory", machine.memoryBytes() / GIBIBYTE + " GiB");
    facts.put("memory limit", String.valueOf(machine.memoryLimitBytes()));
    facts.put("OS", machine.os() + " " + machine.architecture());
  }

  private static void engine(EngineProfile profile, Map<String, String> facts) {
    facts.put("engine version", profile.version());
    facts.put("engine mode", profile.mode());
  }

  private static void worker(CaseResult row, Map<String, String> facts) {
    List<WorkerFacts> workers =
        row.trials().stream().flatMap(trial -> trial.worker().stream()).distinct().toList();
    facts.put("JVM", each(workers.stream().map(WorkerFacts::jvm).toList()));
    facts.put("collector", each(workers.stream().map(WorkerFacts::collector).toList()));
    facts.put(
        "how the engine ran", each(workers.stream().map(WorkerFacts::implementation).toList()));
    facts.put("engine of the worker", each(workers.stream().map(WorkerFacts::engine).toList()));
    facts.put("sharing", each(workers.stream().map(WorkerFacts::sharing).toList()));
    facts.put("JVM options", each(workers.stream().map(Fingerprint::options).toList()));
  }

  private static String each(List<String> values) {
    return values.isEmpty()
        ? UNKNOWN
        : values.stream().distinct().collect(Collectors.joining(" | "));
  }

  private static String options(WorkerFacts worker) {
    return worker.jvmOptions().stream()
        .filter(option -> !option.matches(OURS))
        .map(option -> PLACE.matcher(option).replaceAll(""))
        .collect(Collectors.joining(" "));
  }

  private static String load(GcLoad load) {
    return load.measured() + " after " + load.warmUp();
  }

  private static String effort(Effort effort) {
    return String.join(
        ", ",
        "warm-up " + effort.warmUp(),
        "measured " + effort.measured(),
        "turns of " + effort.slice(),
        "iterations of " + effort.iteration() + " in " + effort.segmentsPerIteration(),
        effort.retainedObjects() + " retained objects");
  }

  /** A case that shares its JVM is what it is beside the others there. */
  private static String turns(RunRecord run, CaseResult row) {
    if (row.trials().stream().noneMatch(Fingerprint::isRotated)) return "none";
    List<String> turns =
        run.trials().stream()
            .filter(Fingerprint::isRotated)
            .map(TrialRecord::spec)
            .filter(spec -> spec.engine().equals(row.engine()) && spec.setup().equals(row.setup()))
            .map(spec -> spec.id() + " " + spec.style())
            .distinct()
            .sorted()
            .toList();
    return "%d (%08x)".formatted(turns.size(), turns.hashCode());
  }

  private static boolean isRotated(TrialRecord trial) {
    return trial.worker().filter(worker -> worker.sharing().equals("rotation")).isPresent();
  }
}
