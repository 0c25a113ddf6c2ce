package org.bindbench.report.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.change.Change;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.comparison.Side;

/** What every form of a comparison says in words, said once. Texts are raw. */
public final class Wording {
  /** How a change is to be read, since rates and bytes improve in opposite directions. */
  static final String DIRECTION =
      "change: by how much the head is worse, as a share of the base's time or bytes; what is better"
          + " is negative";

  private Wording() {}

  /** The case with its columns. */
  public static String title(Subject subject) {
    return subject.id() + columns(subject);
  }

  /** {@code · luaj, coercion}; both columns where they differ. */
  public static String columns(Subject subject) {
    Column base = subject.base();
    Column head = subject.head();
    return " · " + (base.equals(head) ? head.title() : base.title() + " → " + head.title());
  }

  /** The figure of a side, in the unit of the metric; empty where there is none. */
  public static String figure(ComparedRow row, Side side) {
    return row.figure(side)
        .map(summary -> Figures.cell(summary.value(), summary.metric().unit()))
        .orElse("");
  }

  /** {@code +52 % [48, 57]}; empty where no change is published. */
  public static String change(Comparison comparison) {
    Optional<Change> published = comparison.published();
    if (published.isEmpty()) return "";
    Estimate worsening = published.get().worsening();
    String value = signed(worsening.value()) + " %";
    return worsening.low() == worsening.high()
        ? value + " exactly"
        : value + " [" + signed(worsening.low()) + ", " + signed(worsening.high()) + "]";
  }

  private static String signed(double share) {
    double percent = 100 * share;
    double size = Math.abs(percent);
    String text = String.format(Locale.ROOT, size < 10 ? "%.1f" : "%.0f", size);
    boolean isZero = text.equals("0.0");
    return (isZero ? "" : percent < 0 ? "−" : "+") + text;
  }

  /** {@code worse, major}; {@code same}. */
  public static String verdict(Comparison comparison) {
    return comparison.verdict().title()
        + comparison.magnitude().map(magnitude -> ", " + magnitude.title()).orElse("");
  }

  /** The symbol of a verdict. */
  static String symbol(ComparedRun run, ComparedRow row) {
    if (run.isFailure(row)) return "❌";
    return switch (row.comparison().verdict()) {
      case SAME, BETTER -> "✅";
      case WORSE, INCONCLUSIVE, NOT_COMPARABLE -> "⚠️";
    };
  }

  /** Words beside a row; that JVMs were shared is said once for all. */
  static List<String> words(ComparedRow row) {
    return row.comparison().words().stream()
        .filter(word -> !word.equals(CaseResult.SHARED_JVM))
        .toList();
  }

  /** Whether timed cases of the comparison took turns in a JVM. */
  static boolean isShared(ComparedRun run) {
    return run.rows().stream()
        .anyMatch(row -> row.comparison().words().contains(CaseResult.SHARED_JVM));
  }

  /** {@code 3 same, 1 worse, 2 inconclusive}. */
  public static String tally(ComparedRun run) {
    return Stream.of(Verdict.values())
        .filter(verdict -> run.count(verdict) > 0)
        .map(verdict -> run.count(verdict) + " " + verdict.title())
        .collect(Collectors.joining(", "));
  }

  /** What a side is. */
  static String side(ComparedRun run, Side side) {
    List<String> named = run.sides().named(side);
    return named.isEmpty() ? "nothing named, as usual" : String.join(", ", named);
  }

  /** What the whole comparison comes to, against its gates. */
  public static String outcome(ComparedRun run) {
    GateReport gates = run.gates();
    return switch (gates.outcome()) {
      case FAILED ->
          "Failed: "
              + gates.failures().stream()
                  .map(result -> GateWords.failure(result, gates.rules()))
                  .collect(Collectors.joining("; "));
      case NOT_JUDGED -> "Not judged, which is no pass: " + gates.obstacle() + unlike(run);
      case PASSED -> (isGated(run) ? "Passed: " : "No gate: ") + rule(run) + unlike(run);
    };
  }

  private static String unlike(ComparedRun run) {
    int rows = run.gates().unlike();
    if (rows == 0) return "";
    return "; circumstances differ in "
        + (rows == 1 ? "1 row, which counts" : rows + " rows, which count")
        + " for no gate";
  }

  private static boolean isGated(ComparedRun run) {
    return run.failOn() != FailOn.NEVER || run.inconclusiveFails();
  }

  private static String rule(ComparedRun run) {
    if (run.failOn() != FailOn.NEVER) return GateWords.rules(run.gates());
    String worsening = "no worsening fails it; --fail-on changes that";
    return run.inconclusiveFails() ? worsening + "; an inconclusive row fails it" : worsening;
  }

  /** The symbol of the whole. */
  static String symbol(ComparedRun run) {
    if (run.isFailed()) return "❌";
    if (run.gates().outcome() == GateReport.Outcome.NOT_JUDGED) return "⚠";
    return run.count(Verdict.WORSE) + run.count(Verdict.INCONCLUSIVE) > 0 ? "⚠" : "✅";
  }

  /** How it was measured, in one sentence. */
  static String plan(ComparedRun run) {
    if (!run.interleaved()) return run.rows().size() + " rows of two finished runs";
    return run.sides().forks()
        + " forks a side, interleaved as base, head, head, base, "
        + run.plan().trials()
        + " trials"
        + (run.measuredAgain() == 0
            ? ", nothing measured again"
            : ", " + run.measuredAgain() + " of them to measure again what differed")
        + ", seed "
        + run.plan().seed();
  }

  /** Rows without a clear verdict by their reason, and what each could have seen. */
  static Map<String, List<String>> doubts(ComparedRun run, Verdict verdict) {
    Map<String, List<String>> doubts = new LinkedHashMap<>();
    for (ComparedRow row : run.rows()) {
      Comparison comparison = row.comparison();
      if (comparison.verdict() != verdict) continue;
      String reason = comparison.reason();
      doubts
          .computeIfAbsent(reason, any -> new ArrayList<>())
          .add(title(comparison.subject()) + measures(comparison) + detectable(comparison));
    }
    return doubts;
  }

  private static String measures(Comparison comparison) {
    return " (" + comparison.subject().metric().unit() + ")";
  }

  /** The smallest change that the forks would have found; empty where that is not known. */
  public static String detectable(Comparison comparison) {
    return Double.isFinite(comparison.detectable())
        ? " could have seen " + Figures.percent(comparison.detectable())
        : "";
  }
}
