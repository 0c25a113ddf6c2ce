package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.Language;
import org.bindbench.model.Remark;

/**
 * What to do next. Every sentence comes from a remark or a figure of this run; where there is
 * nothing to do, the sentences say which figures are fine.
 */
final class Recommendations {
  /** A choice of engine that gains less than this is not worth a sentence. */
  private static final double WORTHWHILE = 1.1;

  private Recommendations() {}

  static List<String> of(RunAnalysis analysis) {
    Set<String> sentences = new LinkedHashSet<>();
    for (Remark remark : analysis.remarks()) {
      if (!remark.advice().isBlank()) {
        sentences.add(remark.subject() + ": " + remark.advice() + " (" + remark.message() + ")");
      }
    }
    for (RangeCheck check : analysis.checks()) {
      if (check.grade() == RangeCheck.Grade.BAD) {
        sentences.add(
            "Look into "
                + check.subject()
                + ": "
                + check.figure()
                + " where "
                + check.expectation()
                + " is expected.");
      }
    }
    analysis.contrasts().forEach(each -> choice(analysis, each).ifPresent(sentences::add));
    return sentences.isEmpty() ? fine(analysis) : List.copyOf(sentences);
  }

  /** A decided contrast within one language is a choice its users have. */
  private static Optional<String> choice(RunAnalysis analysis, Contrast contrast) {
    Optional<Language> winner = language(analysis, contrast, contrast.winner());
    boolean sameLanguage =
        winner.isPresent() && winner.equals(language(analysis, contrast, contrast.loser()));
    if (!contrast.decided() || !sameLanguage || contrast.ratio().low() < WORTHWHILE) {
      return Optional.empty();
    }
    return Optional.of(
        "Where "
            + contrast.id()
            + " matters in "
            + winner.get().title()
            + ", prefer "
            + contrast.winner()
            + " to "
            + contrast.loser()
            + ": "
            + Figures.ratio(contrast.ratio())
            + " in "
            + contrast.metric().id().replace('_', ' ')
            + ".");
  }

  private static Optional<Language> language(
      RunAnalysis analysis, Contrast contrast, String column) {
    Engines engines = new Engines(analysis);
    return analysis.results().stream()
        .filter(row -> row.id().equals(contrast.id()) && row.column().equals(column))
        .findFirst()
        .map(engines::language);
  }

  private static List<String> fine(RunAnalysis analysis) {
    List<String> sentences = new ArrayList<>();
    for (CaseResult row : analysis.results()) {
      if (Notes.isClean(row)) {
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
    if (sentences.isEmpty()) sentences.add("This run has no figure that can be used as it is.");
    return sentences;
  }
}
