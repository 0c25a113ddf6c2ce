package org.bindbench.analysis.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.WelchRatio;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metrics;

/**
 * The best column of each case against each of the others, each embedded engine against the stock
 * interpreters of its language, and, where a run compares JVM setups, the best setup of each column
 * against its other ones; between columns only the best setups meet.
 */
final class Contrasts {
  /** A whole interval below this is read as 1.00 and no news. */
  private static final double ALIKE = 1.005;

  private Contrasts() {}

  static List<Contrast> of(List<CaseResult> rows, Languages languages) {
    List<Contrast> contrasts = new ArrayList<>();
    for (List<CaseResult> columns : cases(rows))
      for (String metric : Protocol.of(columns.get(0).declaration()).compared())
        contrasts.addAll(contrasts(columns, metric, languages));
    return contrasts;
  }

  private static Collection<List<CaseResult>> cases(List<CaseResult> rows) {
    return rows.stream()
        .filter(row -> !row.isControl())
        .collect(Collectors.groupingBy(CaseResult::id, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  private static List<Contrast> contrasts(
      List<CaseResult> columns, String metric, Languages languages) {
    List<Side> sides =
        columns.stream()
            .flatMap(row -> row.summary(metric).stream().map(s -> new Side(row, s)))
            .toList();
    List<Contrast> contrasts = new ArrayList<>();
    List<Side> best = new ArrayList<>();
    for (List<Side> setups : bySetup(sides)) {
      best.add(setups.stream().min(Side.BEST_FIRST).orElseThrow());
      contrasts.addAll(bestAgainstOthers(setups));
    }
    contrasts.addAll(0, bestAgainstOthers(best));
    best.stream()
        .min(Side.BEST_FIRST)
        .ifPresent(winner -> contrasts.addAll(againstStock(winner, best, languages)));
    return contrasts;
  }

  /**
   * Rows that differ only in the JVM setup stand together; first each for itself, then the best.
   */
  private static Collection<List<Side>> bySetup(List<Side> sides) {
    return sides.stream()
        .collect(
            Collectors.groupingBy(
                side -> new Column(side.row().engine(), side.row().style()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static List<Contrast> bestAgainstOthers(List<Side> sides) {
    return sides.stream()
        .min(Side.BEST_FIRST)
        .map(
            best ->
                sides.stream()
                    .filter(side -> side != best)
                    .map(other -> contrast(best, other))
                    .toList())
        .orElse(List.of());
  }

  /** What the best column leaves open: the other embedded engines against the stock ones. */
  private static List<Contrast> againstStock(Side best, List<Side> sides, Languages languages) {
    List<Contrast> contrasts = new ArrayList<>();
    for (Side embedded : sides) {
      if (embedded == best || languages.isStock(embedded.row())) continue;
      for (Side stock : sides) {
        if (stock == best || !languages.isStock(stock.row())) continue;
        if (!languages.of(stock.row()).equals(languages.of(embedded.row()))) continue;
        boolean wins = Side.BEST_FIRST.compare(embedded, stock) <= 0;
        contrasts.add(wins ? contrast(embedded, stock) : contrast(stock, embedded));
      }
    }
    return contrasts;
  }

  private static Contrast contrast(Side best, Side other) {
    Optional<Estimate> welch = ratio(best, other);
    String reason = undecided(best, other, welch);
    return new Contrast(
        best.row().id(),
        best.summary().metric(),
        best.published(),
        other.published(),
        welch.orElseGet(() -> withoutInterval(best, other)),
        reason.isEmpty(),
        reason);
  }

  private static Optional<Estimate> ratio(Side best, Side other) {
    return best.lowerIsBetter()
        ? WelchRatio.of(other.summary().forkValues(), best.summary().forkValues())
        : WelchRatio.of(best.summary().forkValues(), other.summary().forkValues());
  }

  private static Estimate withoutInterval(Side best, Side other) {
    double ratio =
        best.lowerIsBetter()
            ? other.summary().value() / best.summary().value()
            : best.summary().value() / other.summary().value();
    boolean defined = Double.isFinite(ratio) && ratio > 0 && best.summary().value() > 0;
    return new Estimate(defined ? ratio : Double.NaN, Double.NaN, Double.NaN, Summaries.LEVEL);
  }

  /** Why no winner is named, or an empty text. */
  private static String undecided(Side best, Side other, Optional<Estimate> welch) {
    for (Side side : List.of(best, other)) {
      if (side.row().hasFlag(CaseResult.INLINED))
        return side.row().column().inSentence() + " is inlined";
      if (side.row().summary(Metrics.PLANTED.id()).isPresent())
        return side.row().column().inSentence() + " ran more operations than are counted";
    }
    if (welch.isEmpty()) return noInterval(best, other);
    Estimate ratio = welch.get();
    if (ratio.high() < ALIKE) return Contrast.EQUAL;
    return ratio.low() > 1 ? "" : Contrast.INCLUDES_1;
  }

  private static String noInterval(Side best, Side other) {
    for (Side side : List.of(best, other)) {
      int forks = side.summary().forkValues().size();
      if (forks < Summaries.FEWEST_FORKS)
        return side.row().column().inSentence()
            + " has fewer than "
            + Summaries.FEWEST_FORKS
            + " forks with a figure ("
            + forks
            + ")";
    }
    return "a value is not positive, so there is no ratio";
  }

  private record Side(CaseResult row, Summary summary) {
    static final Comparator<Side> BEST_FIRST =
        Comparator.comparingDouble(
            side -> side.lowerIsBetter() ? side.summary.value() : -side.summary.value());

    boolean lowerIsBetter() {
      return summary.metric().direction() == Direction.LOWER_IS_BETTER;
    }

    Contrast.Side published() {
      return new Contrast.Side(row.column(), row.steadiness(), row.doubts());
    }
  }
}
