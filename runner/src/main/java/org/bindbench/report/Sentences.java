package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Shortfall;
import org.bindbench.analysis.Summary;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.RunRecord;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metrics;

/** What every form of report says in words, said once. Texts are raw: each form makes them safe. */
public final class Sentences {
  private static final String UNSUPPORTED = "unsupported: ";

  private Sentences() {}

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** What the loop itself costs on each engine, in one line. */
  static String control(Question question) {
    String costs =
        question.rows().stream().map(Sentences::controlCost).collect(Collectors.joining(" · "));
    return "Loop alone (" + question.name() + ", not subtracted): " + costs;
  }

  private static String controlCost(CaseResult row) {
    return row.summary(Metrics.RATE)
        .map(Summary::value)
        .filter(rate -> rate > 0)
        .map(
            rate ->
                row.column() + " " + Figures.quantity(1 / rate, "s") + inBrackets(Notes.of(row)))
        .orElseGet(() -> row.column() + " " + Notes.status(row));
  }

  /**
   * What must be said below a question's table: the reason of each word beside a figure, what is
   * unsupported, and where intervals lack.
   */
  static List<String> footnotes(Question question) {
    List<String> notes = new ArrayList<>(caveats(question.rows()));
    notes.addAll(unsupported(question));
    boolean single =
        (question.kind() == Question.Kind.SCRIPT || question.kind() == Question.Kind.OTHER)
            && question.rows().stream().anyMatch(CaseResult::isCompleted)
            && question.rows().stream()
                .flatMap(row -> row.summaries().stream())
                .allMatch(summary -> summary.forkValues().size() == 1);
    if (single) notes.add("run once, so there are no intervals");
    return notes;
  }

  /** One sentence for each reason, whatever the number of columns and metrics. */
  private static List<String> unsupported(Question question) {
    Map<String, Set<CaseResult>> rows = new LinkedHashMap<>();
    Map<String, Set<String>> metrics = new LinkedHashMap<>();
    Map<String, String> words = new LinkedHashMap<>();
    for (CaseResult row : question.rows()) {
      for (Absent absent : row.absent()) {
        if (absent.metric().id().equals(Metrics.RULER.id()))
          continue; // of the machine, not the row
        String reason = absent.reason();
        words.putIfAbsent(reason, isUnsupported(reason) ? "unsupported on " : lack(row, absent));
        rows.computeIfAbsent(reason, any -> new LinkedHashSet<>()).add(row);
        metrics
            .computeIfAbsent(reason, any -> new LinkedHashSet<>())
            .add(QuestionGrid.title(absent.metric().id()));
      }
    }
    List<String> notes = new ArrayList<>();
    rows.forEach(
        (reason, alike) ->
            notes.add(
                words.get(reason)
                    + columns(question.rows(), alike)
                    + " ("
                    + String.join(", ", metrics.get(reason))
                    + "): "
                    + reason.replaceFirst("^" + UNSUPPORTED, "")));
    return notes;
  }

  /** What a row lacks, before its name: a figure, or some forks of one. */
  public static String lack(CaseResult row, Absent absent) {
    return row.summary(absent.metric().id()).isPresent() ? "fewer forks on " : "no figure on ";
  }

  /** Whether a metric is absent because the engine or the case lacks what it needs. */
  static boolean isUnsupported(String reason) {
    return reason.startsWith(UNSUPPORTED);
  }

  /** The engines of the rows, with their styles where not all of an engine's are meant. */
  static String columns(List<CaseResult> all, Set<CaseResult> meant) {
    List<String> names = new ArrayList<>();
    for (String engine : meant.stream().map(CaseResult::engine).distinct().toList()) {
      boolean whole =
          all.stream().filter(row -> row.engine().equals(engine)).allMatch(meant::contains);
      if (whole) names.add(engine);
      else
        meant.stream()
            .filter(row -> row.engine().equals(engine))
            .forEach(row -> names.add(row.column().inSentence()));
    }
    return list(names);
  }

  /** {@code unsteady on luajc: …}, one sentence for all rows with one reason. */
  static List<String> caveats(List<CaseResult> rows) {
    Map<Caveat, Set<CaseResult>> found = new LinkedHashMap<>();
    for (CaseResult row : rows)
      for (Caveat caveat : row.caveats())
        if (isExplained(caveat))
          found.computeIfAbsent(caveat, any -> new LinkedHashSet<>()).add(row);
    List<String> notes = new ArrayList<>();
    found.forEach(
        (caveat, alike) ->
            notes.add(caveat.word() + " on " + columns(rows, alike) + ": " + caveat.reason()));
    return notes;
  }

  /**
   * What is said elsewhere, of forks that failed and of memory without the JIT, is not repeated.
   */
  private static boolean isExplained(Caveat caveat) {
    return !caveat.reason().isEmpty()
        && !Shortfall.isIn(caveat.word())
        && !caveat.word().equals(CaseResult.WITHOUT_JIT);
  }

  /** {@code (unsteady, …)} behind a figure; empty where nothing needs to be said. */
  static String inBrackets(List<String> words) {
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  /**
   * {@code JIT on (GraalVM CE)} or {@code interpreter only} for an engine that is meant to compile
   * to machine code, as its worker found; what the engine is for others: {@code interpreter},
   * {@code JVM bytecode}. "measured on" another engine where that stood in for all of it, "did not
   * run" where no worker came up.
   */
  static String mode(Engines engines, String id) {
    Optional<WorkerFacts> worker = engines.worker(id);
    if (worker.isEmpty())
      return Optional.ofNullable(engines.standIns().get(id))
          .map(other -> "measured on " + other)
          .orElse("did not run");
    boolean jit = worker.get().jit();
    String mode = engines.profile(id).map(EngineProfile::mode).orElse(jit ? "JIT" : "interpreter");
    if (!mode.equals("JIT")) return mode;
    if (!jit) return CaseResult.INTERPRETER_ONLY;
    String implementation = worker.get().implementation();
    return implementation.isBlank() ? "JIT on" : "JIT on (" + implementation + ")";
  }

  /** Processor, cores, memory and system, with what is not to be had called unavailable. */
  public static String machine(Environment machine) {
    List<String> parts = new ArrayList<>();
    parts.add(machine.cpu().isBlank() ? "processor unavailable" : machine.cpu());
    parts.add(machine.cores() == 1 ? "1 core" : machine.cores() + " cores");
    parts.add(memory(machine));
    parts.add((machine.os() + " " + machine.architecture()).strip());
    parts.add(
        machine.load() < 0
            ? "load unavailable"
            : "load " + String.format(Locale.ROOT, "%.2f", machine.load()));
    return String.join(" · ", parts);
  }

  private static String memory(Environment machine) {
    String size =
        machine.memoryBytes() < 0
            ? "memory unavailable"
            : Figures.bytes((double) machine.memoryBytes()).replace(".00", "");
    return machine.memoryLimitBytes() < 0
        ? size
        : size
            + " (limit "
            + Figures.bytes((double) machine.memoryLimitBytes()).replace(".00", "")
            + ")";
  }

  /** That rows shared a JVM, empty where none did. */
  static Optional<String> sharing(RunAnalysis analysis) {
    boolean flagged =
        analysis.results().stream().anyMatch(row -> row.hasFlag(CaseResult.SHARED_JVM));
    return flagged || new Engines(analysis).shared()
        ? Optional.of(
            "Shared JVM: the timed cases of a fork ran in one JVM per engine, warmed in rotation;"
                + " alone, as at the comprehensive level, their rates can differ.")
        : Optional.empty();
  }

  /** Which engine stood in for another. */
  static List<String> standIns(RunAnalysis analysis) {
    List<String> notes = new ArrayList<>();
    new Engines(analysis)
        .standIns()
        .forEach(
            (engine, other) ->
                notes.add(
                    "Memory and weak references of "
                        + engine
                        + " were measured on "
                        + other
                        + "."));
    return notes;
  }

  /** The JVM of the workers, or the setups that the run compares. */
  static String workerJvms(RunRecord run) {
    List<String> setups = run.plan().setups();
    return setups.isEmpty() ? run.environment().workerJvm().title() : list(setups);
  }
}
