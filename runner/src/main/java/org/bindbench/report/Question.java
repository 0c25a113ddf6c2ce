package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.GcLoad;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.StressMetrics;

/**
 * A case in every language, engine, style and parameter value: what one table answers.
 *
 * @param id {@code suite.case}, without parameters
 * @param text the question in words; where the case asks none its id, or a plain script's file
 */
record Question(String id, String text, Kind kind, List<CaseResult> rows) {

  /** Which table suits a question. */
  enum Kind {
    /** The harness's own cost; never a contest. */
    CONTROL,
    RATE,
    RETAINED,
    WEAKREF,
    LIFECYCLE,
    /** Cycles that are judged for leaks, their control among them. */
    LEAK,
    SCALING,
    CONCURRENT,
    /** What the collector did under a load; in a section of its own. */
    PAUSES,
    /** Guests that come and go, which have a section of their own. */
    CHURN,
    /** A whole script: what the host measured of it, and what it says of itself. */
    SCRIPT,
    /** One that a section of its own tells of. */
    SEPARATE,
    /** A facility that was probed: a verdict, no figures. */
    CAPABILITY,
    /** A breaking point, which has a section of its own. */
    LIMIT,
    /** Any other protocol: a row per metric. */
    OTHER
  }

  Question {
    rows = List.copyOf(rows);
  }

  /** The questions of a run, in the order of its rows. */
  static List<Question> of(RunAnalysis analysis) {
    Map<String, List<CaseResult>> grouped = new LinkedHashMap<>();
    for (CaseResult row : analysis.results()) {
      String key = row.id().withoutParams();
      grouped.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
    }
    List<Question> questions = new ArrayList<>();
    grouped.forEach(
        (id, rows) -> questions.add(new Question(id, text(id, rows), kind(rows), rows)));
    return List.copyOf(questions);
  }

  /** Whether it is answered in a section of its own. */
  boolean hasOwnSection() {
    return switch (kind) {
      case CAPABILITY, CHURN, LEAK, LIMIT, SEPARATE, PAUSES -> true;
      default -> false;
    };
  }

  /** The suite that asks it. */
  String suite() {
    return rows.get(0).id().suite();
  }

  /** The case's name within its suite. */
  String name() {
    return rows.get(0).id().name();
  }

  /** Names of the parameters that the rows differ in. */
  List<String> params() {
    TreeSet<String> names = new TreeSet<>();
    rows.forEach(row -> names.addAll(row.id().params().keySet()));
    return List.copyOf(names);
  }

  /** The contrasts between rows of this question. */
  List<Contrast> contrasts(RunAnalysis analysis) {
    List<CaseId> ids = rows.stream().map(CaseResult::id).distinct().toList();
    return analysis.contrasts().stream().filter(each -> ids.contains(each.id())).toList();
  }

  private static String text(String id, List<CaseResult> rows) {
    return rows.stream()
        .map(row -> row.declaration().question().strip().replaceAll("\\s+", " "))
        .filter(question -> !question.isEmpty())
        .findFirst()
        .orElseGet(() -> fallback(id, rows.get(0).declaration()));
  }

  private static String fallback(String id, CaseDeclaration declaration) {
    return declaration.isPlain() ? String.valueOf(declaration.file().getFileName()) : id;
  }

  private static Kind kind(List<CaseResult> rows) {
    if (rows.get(0).declaration().protocol().equals(GcLoad.PROTOCOL)) return Kind.PAUSES;
    if (rows.get(0).declaration().protocol().equals(ChurnMetrics.PROTOCOL)) return Kind.CHURN;
    if (rows.get(0).declaration().protocol().equals(LeakMetrics.PROTOCOL)) return Kind.LEAK;
    if (rows.get(0).isControl()) return Kind.CONTROL;
    return switch (rows.get(0).declaration().protocol()) {
      case "rate" -> Kind.RATE;
      case "retained" -> Kind.RETAINED;
      case "weakref" -> Kind.WEAKREF;
      case "lifecycle" -> Kind.LIFECYCLE;
      case "scaling" -> Kind.SCALING;
      case "concurrent" -> Kind.CONCURRENT;
      case "heap_limit", "context_limit" -> Kind.LIMIT;
      case "plain" -> Kind.SCRIPT;
      case StressMetrics.PRESSURE,
          StressMetrics.POOL,
          StressMetrics.FRAGMENTATION,
          BeyondLimit.PROTOCOL,
          RecoveryMetrics.RECOVERY,
          RecoveryMetrics.GIVEN_BACK ->
          Kind.SEPARATE;
      case CaseDeclaration.CAPABILITY -> Kind.CAPABILITY;
      default -> Kind.OTHER;
    };
  }
}
