package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Absent;
import org.bindbench.model.Environment;
import org.bindbench.model.WorkerFacts;

/** What every form of report says in words, said once. Texts are raw: each form makes them safe. */
final class Sentences {
  private Sentences() {}

  /** {@code luajc is 3.1× [2.8, 3.4] luaj}, or between whom no winner is named. */
  static String contrast(Contrast contrast) {
    String winner = sideName(contrast.winner());
    String loser = sideName(contrast.loser());
    boolean isRate = contrast.metric().id().equals("rate");
    String metric = isRate ? "" : " in " + contrast.metric().id().replace('_', ' ');
    if (!contrast.decided()) {
      String reason = contrast.reason().isBlank() ? "" : ": " + contrast.reason();
      return place(contrast) + "no winner between " + winner + " and " + loser + metric + reason;
    }
    return place(contrast)
        + winner
        + " is "
        + Figures.ratio(contrast.ratio())
        + (isRate ? " " : " better than ")
        + loser
        + metric;
  }

  /**
   * {@code luaj (coercion)} for the column {@code luaj, coercion}, which reads better inside a
   * sentence.
   */
  static String sideName(String column) {
    int comma = column.indexOf(", ");
    return comma < 0
        ? column
        : column.substring(0, comma) + " (" + column.substring(comma + 2) + ")";
  }

  private static String place(Contrast contrast) {
    Map<String, String> params = contrast.id().params();
    return params.isEmpty()
        ? ""
        : params.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "", ": "));
  }

  /** What the loop itself costs on each engine, in one line. */
  static String control(Question question) {
    String costs =
        question.rows().stream().map(Sentences::controlCost).collect(Collectors.joining(" · "));
    return "The loop's own cost (" + question.id() + ", not subtracted): " + costs;
  }

  private static String controlCost(CaseResult row) {
    return row.summary("rate")
        .map(Summary::value)
        .filter(rate -> rate > 0)
        .map(
            rate ->
                row.column()
                    + " "
                    + Figures.quantity(1 / rate, "s")
                    + " an iteration"
                    + beside(Notes.of(row)))
        .orElseGet(() -> row.column() + " " + Notes.status(row));
  }

  private static String beside(List<String> notes) {
    return notes.isEmpty() ? "" : " (" + String.join(", ", notes) + ")";
  }

  /** What must be said below a question's table: what is unsupported, and where intervals lack. */
  static List<String> footnotes(Question question) {
    List<String> notes = new ArrayList<>();
    for (CaseResult row : question.rows()) {
      Map<String, Set<String>> metrics = new LinkedHashMap<>();
      for (Absent absent : row.absent()) {
        metrics
            .computeIfAbsent(absent.reason(), any -> new LinkedHashSet<>())
            .add(absent.metric().id().replace('_', ' '));
      }
      metrics.forEach(
          (reason, names) ->
              notes.add(
                  "unsupported on "
                      + sideName(row.column())
                      + " ("
                      + String.join(", ", names)
                      + "): "
                      + reason));
    }
    boolean single =
        question.kind() == Question.Kind.OTHER
            && question.rows().stream().anyMatch(CaseResult::isCompleted)
            && question.rows().stream()
                .flatMap(row -> row.summaries().stream())
                .allMatch(summary -> summary.forkValues().size() == 1);
    if (single) notes.add("run once, so there are no intervals");
    return notes;
  }

  /** The forks that failed, of how many; empty where none did. */
  static String failedForks(CaseResult row) {
    long failed =
        row.trials().stream().filter(trial -> !trial.outcome().reason().isEmpty()).count();
    return failed == 0 ? "" : failed + " of " + row.trials().size() + " forks failed";
  }

  /** Rows to explain: those without figures, and those with forks that failed. */
  static List<CaseResult> failures(RunAnalysis analysis) {
    return analysis.results().stream()
        .filter(row -> !row.isCompleted() || !row.reason().isBlank())
        .toList();
  }

  /** {@code JIT on (GraalVM CE)}; "did not run" where no worker came up. */
  static String jit(Engines engines, String id) {
    return engines
        .worker(id)
        .map(worker -> "JIT " + (worker.jit() ? "on" : "off") + " (" + implementation(worker) + ")")
        .orElse("did not run");
  }

  private static String implementation(WorkerFacts worker) {
    return worker.implementation().isBlank() ? "unnamed" : worker.implementation();
  }

  /** Processor, cores, memory and system, with what is not to be had called unavailable. */
  static String machine(Environment machine) {
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

  /** Whether and how rows shared a JVM, and which engine stood in for another. */
  static List<String> circumstances(RunAnalysis analysis) {
    Engines engines = new Engines(analysis);
    List<String> notes = new ArrayList<>();
    boolean flagged =
        analysis.results().stream().anyMatch(row -> row.flags().contains(Notes.SHARED));
    if (flagged || engines.shared()) {
      notes.add(
          "Shared JVM: the timed cases of a fork ran in one JVM per engine, warmed in rotation;"
              + " alone, as at the comprehensive level, their rates can differ.");
    }
    engines
        .standIns()
        .forEach(
            (engine, other) ->
                notes.add(
                    "Memory and weak references of "
                        + engine
                        + " were measured on "
                        + other
                        + ", "
                        + jit(engines, other)
                        + "."));
    return notes;
  }
}
