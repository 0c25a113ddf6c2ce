package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.bindbench.model.Remark;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.leak.LeakReport;

/**
 * What to do next. Every sentence comes from a remark or a figure of this run; where there is
 * nothing to do, the sentences say which figures are fine.
 */
final class Recommendations {
  /** A choice of engine that gains less than this is not worth a sentence. */
  private static final double WORTHWHILE = 1.1;

  private Recommendations() {}

  static List<String> of(RunAnalysis analysis) {
    Set<String> sentences = new LinkedHashSet<>(advice(analysis));
    for (RangeCheck check : analysis.checks()) {
      if (check.grade() == RangeCheck.Grade.BAD) {
        sentences.add(
            "Look into "
                + check.subject()
                + ": "
                + check.figure()
                + doubts(analysis, check)
                + " where "
                + check.expected()
                + " is expected.");
      }
    }
    Winners.groups(analysis.contrasts())
        .values()
        .forEach(contest -> choice(analysis, contest).ifPresent(sentences::add));
    return sentences.isEmpty() ? fine(analysis) : List.copyOf(sentences);
  }

  /** Every advice once, with all that it is for. */
  private static List<String> advice(RunAnalysis analysis) {
    Map<String, List<String>> subjects =
        analysis.remarks().stream()
            .filter(remark -> !remark.advice().isBlank())
            .collect(
                Collectors.groupingBy(
                    Remark::advice,
                    LinkedHashMap::new,
                    Collectors.mapping(Remark::subject, Collectors.toList())));
    return subjects.entrySet().stream()
        .map(
            each ->
                Sentences.list(each.getValue().stream().distinct().toList()) + ": " + each.getKey())
        .toList();
  }

  /** Where a language's engines or styles differ, its users have a choice. */
  private static Optional<String> choice(RunAnalysis analysis, List<Contrast> contest) {
    Contrast first = contest.get(0);
    Optional<Language> winner = language(analysis, first.id(), first.winner().column());
    List<Contrast> gains =
        contest.stream()
            .filter(each -> each.decided() && each.ratio().low() >= WORTHWHILE)
            .filter(each -> language(analysis, each.id(), each.loser().column()).equals(winner))
            .toList();
    if (winner.isEmpty() || gains.isEmpty()) return Optional.empty();
    boolean isRate = first.metric().id().equals(Metrics.RATE);
    return Optional.of(
        "Where "
            + first.id()
            + " matters in "
            + winner.get().title()
            + ", prefer "
            + Winners.side(first.winner())
            + ": it is "
            + Winners.ratios(gains)
            + (isRate ? "." : " in " + first.metric().id().replace('_', ' ') + ".")
            + undecided(analysis, contest, winner.get())
            + reasons(gains));
  }

  /** What is as good in the same language, as far as this run can tell. */
  private static String undecided(RunAnalysis analysis, List<Contrast> contest, Language language) {
    List<String> others =
        contest.stream()
            .filter(each -> each.reason().equals(Contrast.INCLUDES_1))
            .filter(
                each ->
                    language(analysis, each.id(), each.loser().column())
                        .filter(language::equals)
                        .isPresent())
            .map(each -> Winners.side(each.loser()))
            .toList();
    return others.isEmpty()
        ? ""
        : " Whether it is better than " + Sentences.list(others) + " is not decided.";
  }

  /** {@code (unsteady, …)} behind a figure; empty where nothing stands against it. */
  private static String doubts(RunAnalysis analysis, RangeCheck check) {
    return Sentences.inBrackets(
        analysis
            .row(check.id(), check.column())
            .map(row -> row.doubts().stream().map(Caveat::toString).toList())
            .orElse(List.of()));
  }

  /** Why the sides of a recommendation carry their words. */
  private static String reasons(List<Contrast> gains) {
    List<String> reasons =
        gains.stream().flatMap(each -> each.caveats().stream()).distinct().toList();
    return reasons.isEmpty() ? "" : " But " + String.join("; ", reasons) + ".";
  }

  private static Optional<Language> language(RunAnalysis analysis, CaseId id, Column column) {
    Engines engines = new Engines(analysis);
    return analysis.results().stream()
        .filter(row -> row.id().equals(id) && row.column().equals(column))
        .findFirst()
        .map(engines::language);
  }

  private static List<String> fine(RunAnalysis analysis) {
    List<String> sentences = new ArrayList<>();
    for (CaseResult row : analysis.results()) {
      if (Notes.isClean(row) && !row.declaration().protocol().equals(LeakMetrics.PROTOCOL)) {
        Summary first = row.summaries().get(0);
        sentences.add(
            row.id()
                + " on "
                + row.column()
                + " can be used as it is: "
                + Figures.quantity(first.value(), first.metric().unit())
                + ", interval "
                + Figures.interval(first)
                + ", over "
                + (first.forkValues().size() == 1
                    ? "1 fork."
                    : first.forkValues().size() + " forks."));
      }
    }
    sentences.addAll(LeakReport.of(analysis).fine());
    if (sentences.isEmpty()) sentences.add("This run has no figure that can be used as it is.");
    return sentences;
  }
}
