package org.bindbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.Direction;

/** How figures stand to their expected ranges, briefly and in full. */
final class Ranges {
  private record Expected(CaseId id, String metric, String expectation) {}

  private Ranges() {}

  /** Per suite a row per case and expectation, with every column's grade at the end. */
  static Map<String, Grid> brief(List<RangeCheck> checks) {
    Map<String, Grid> grids = new LinkedHashMap<>();
    group(checks, check -> check.id().suite())
        .forEach((suite, ofSuite) -> grids.put(suite, briefly(ofSuite)));
    return grids;
  }

  private static Grid briefly(List<RangeCheck> checks) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    group(checks, check -> new Expected(check.id(), check.metric().id(), check.expected()))
        .values()
        .forEach(alike -> rows.add(row(alike)));
    return new Grid(
        List.of(
            Grid.Column.words("case"),
            Grid.Column.words("expected"),
            Grid.Column.numbers("worst"),
            Grid.Column.words("")),
        rows);
  }

  private static List<Grid.Cell> row(List<RangeCheck> alike) {
    RangeCheck first = alike.get(0);
    Optional<RangeCheck> worst =
        alike.stream().filter(each -> each.grade() != Grade.UNAVAILABLE).max(worstLast());
    Grade grade = worst.map(RangeCheck::grade).orElse(Grade.UNAVAILABLE);
    String name = first.id().toString().substring(first.id().suite().length() + 1);
    String expected =
        first.metric().unit().equals("%")
            ? QuestionGrid.title(first.metric().id()) + " " + first.expected()
            : first.expected();
    return List.of(
        Grid.Cell.of(name),
        Grid.Cell.of(expected),
        Grid.Cell.of(
            worst.map(each -> Figures.cell(each.value(), each.metric().unit())).orElse("")),
        new Grid.Cell(columns(alike), tone(grade)));
  }

  /**
   * {@code graalpy ✅ · luaj ✅ ×2}: the columns of an engine together where all are graded alike, a
   * style's together where all its JVM setups are. Of others the good ones are counted and the rest
   * are named.
   */
  private static String columns(List<RangeCheck> alike) {
    return group(alike, check -> new Column(check.column().engine(), BindingStyle.OWN))
        .entrySet()
        .stream()
        .flatMap(engine -> graded(engine.getKey(), engine.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private static Stream<String> graded(Column common, List<RangeCheck> checks) {
    if (group(checks, RangeCheck::grade).size() == 1) return Stream.of(counted(common, checks));
    Map<Column, List<RangeCheck>> byStyle =
        group(checks, check -> new Column(common.engine(), check.column().style()));
    if (byStyle.size() > 1)
      return byStyle.entrySet().stream().flatMap(each -> graded(each.getKey(), each.getValue()));
    Column style = byStyle.keySet().iterator().next();
    return group(checks, RangeCheck::grade).entrySet().stream()
        .flatMap(
            ofGrade ->
                tone(ofGrade.getKey()) == Tone.GOOD && ofGrade.getValue().size() > 1
                    ? Stream.of(counted(style, ofGrade.getValue()))
                    : ofGrade.getValue().stream()
                        .map(check -> counted(check.column(), List.of(check))));
  }

  private static String counted(Column common, List<RangeCheck> alike) {
    String times = alike.size() == 1 ? "" : " ×" + alike.size();
    return common.inSentence() + " " + symbol(alike.get(0).grade()) + times;
  }

  private static Comparator<RangeCheck> worstLast() {
    return Comparator.comparing(RangeCheck::grade)
        .thenComparingDouble(
            check ->
                check.metric().direction() == Direction.LOWER_IS_BETTER
                    ? check.value()
                    : -check.value());
  }

  private static <K> Map<K, List<RangeCheck>> group(
      List<RangeCheck> checks, Function<RangeCheck, K> key) {
    return checks.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  /** A row per check. */
  static Grid full(List<RangeCheck> checks) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (RangeCheck check : checks) {
      boolean isChecked = check.grade() != Grade.UNAVAILABLE;
      rows.add(
          List.of(
              Grid.Cell.of(check.subject()),
              Grid.Cell.of(isChecked ? check.figure() : ""),
              Grid.Cell.of(check.expectation()),
              Grid.Cell.of(check.origin()),
              new Grid.Cell(
                  isChecked ? word(check.grade()) + " " + symbol(check.grade()) : "NO FIGURE",
                  tone(check.grade()))));
    }
    return new Grid(
        List.of(
            Grid.Column.words("case"),
            Grid.Column.numbers("figure"),
            Grid.Column.words("expected"),
            Grid.Column.words("set in"),
            Grid.Column.words("")),
        rows);
  }

  /** OPTIMAL, PASS, DOUBT, WARN, FAIL or NO FIGURE. */
  private static String word(Grade grade) {
    return switch (grade) {
      case OPTIMAL -> "OPTIMAL";
      case GOOD -> "PASS";
      case DOUBTFUL -> "DOUBT";
      case WARNED -> "WARN";
      case BAD -> "FAIL";
      case UNAVAILABLE -> "NO FIGURE";
    };
  }

  /** The symbol readers know, which {@link SafeText#ascii} has a word for. */
  private static String symbol(Grade grade) {
    return switch (grade) {
      case OPTIMAL -> "🏆";
      case GOOD -> "✅";
      case DOUBTFUL, WARNED -> "⚠️";
      case BAD -> "❌";
      case UNAVAILABLE -> "no figure";
    };
  }

  /** "3 PASS, 1 DOUBT". */
  static String tally(List<RangeCheck> checks) {
    List<String> counts = new ArrayList<>();
    for (Grade grade : Grade.values()) {
      long count = checks.stream().filter(check -> check.grade() == grade).count();
      if (count > 0) counts.add(String.format(Locale.ROOT, "%d %s", count, word(grade)));
    }
    return String.join(", ", counts);
  }

  private static Tone tone(Grade grade) {
    return switch (grade) {
      case OPTIMAL, GOOD -> Tone.GOOD;
      case DOUBTFUL, WARNED -> Tone.DOUBTFUL;
      case BAD -> Tone.BAD;
      case UNAVAILABLE -> Tone.QUIET;
    };
  }
}
