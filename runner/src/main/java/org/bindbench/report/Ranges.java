package org.bindbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Direction;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.SafeText;
import org.bindbench.report.layout.Tone;

/** How figures stand to their expected ranges, briefly and in full. */
final class Ranges {
  private record Expected(CaseId id, String metric, String expectation) {}

  /** More rows than this with one reason are counted, not named. */
  private static final int MOST_NAMED = 3;

  private final RunAnalysis analysis;

  Ranges(RunAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Per suite a row per case and expectation, with every column's grade at the end. */
  Map<String, Grid> brief() {
    Map<String, Grid> grids = new LinkedHashMap<>();
    group(analysis.checks(), check -> check.id().suite())
        .forEach((suite, ofSuite) -> grids.put(suite, briefly(ofSuite)));
    return grids;
  }

  private Grid briefly(List<RangeCheck> checks) {
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

  private List<Grid.Cell> row(List<RangeCheck> alike) {
    RangeCheck first = alike.get(0);
    Optional<RangeCheck> worst =
        alike.stream().filter(each -> each.grade() != Grade.UNAVAILABLE).max(worstLast());
    Grade grade = worst.map(RangeCheck::grade).orElse(Grade.UNAVAILABLE);
    String name = first.id().toString().substring(first.id().suite().length() + 1);
    return List.of(
        Grid.Cell.of(name),
        Grid.Cell.of(named(first, first.expected())),
        Grid.Cell.of(
            worst
                .map(
                    each ->
                        Figures.cell(each.value(), each.metric().unit())
                            + Sentences.inBrackets(words(each)))
                .orElse("")),
        new Grid.Cell(columns(alike), tone(grade)));
  }

  /** The expectation with what it is of, where its unit alone does not say that. */
  private static String named(RangeCheck check, String expected) {
    return check.isToBeNamed()
        ? QuestionGrid.title(check.metric().id()) + " " + expected
        : expected;
  }

  /**
   * {@code graalpy ✅ · luaj ✅ ×2}: the columns of an engine together where all are graded alike, a
   * style's together where all its JVM setups are. Of others the good ones are counted and the rest
   * are named.
   */
  private String columns(List<RangeCheck> alike) {
    return group(alike, check -> new Column(check.column().engine(), BindingStyle.OWN))
        .entrySet()
        .stream()
        .flatMap(engine -> graded(engine.getKey(), engine.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private Stream<String> graded(Column common, List<RangeCheck> checks) {
    if (group(checks, this::symbol).size() == 1) return Stream.of(counted(common, checks));
    Map<Column, List<RangeCheck>> byStyle =
        group(checks, check -> new Column(common.engine(), check.column().style()));
    if (byStyle.size() > 1)
      return byStyle.entrySet().stream().flatMap(each -> graded(each.getKey(), each.getValue()));
    Column style = byStyle.keySet().iterator().next();
    return group(checks, this::symbol).values().stream()
        .flatMap(
            alike ->
                tone(alike.get(0).grade()) == Tone.GOOD && alike.size() > 1
                    ? Stream.of(counted(style, alike))
                    : alike.stream().map(check -> counted(check.column(), List.of(check))));
  }

  private String counted(Column common, List<RangeCheck> alike) {
    String times = alike.size() == 1 ? "" : " ×" + alike.size();
    return common.inSentence() + " " + symbol(alike.get(0)) + times;
  }

  private String symbol(RangeCheck check) {
    return check.grade() == Grade.UNAVAILABLE ? noFigure(check) : symbol(check.grade());
  }

  /** {@code eliminated} and the like where nothing completed, else that there is no figure. */
  private String noFigure(RangeCheck check) {
    return row(check).filter(row -> !row.isCompleted()).map(Notes::status).orElse("no figure");
  }

  private Optional<CaseResult> row(RangeCheck check) {
    return analysis.row(check.id(), check.column());
  }

  private List<String> words(RangeCheck check) {
    return doubts(check).stream().map(Caveat::word).toList();
  }

  private List<Caveat> doubts(RangeCheck check) {
    return row(check).map(CaseResult::doubts).orElse(List.of());
  }

  /** What the words beside checked figures are for, one sentence for all with one reason. */
  List<String> reasons(List<RangeCheck> checks) {
    Map<Caveat, Set<String>> rows = new LinkedHashMap<>();
    for (RangeCheck check : checks)
      for (Caveat doubt : doubts(check))
        rows.computeIfAbsent(doubt, any -> new LinkedHashSet<>())
            .add(check.id().shortName() + " on " + check.column().inSentence());
    List<String> reasons = new ArrayList<>();
    rows.forEach(
        (doubt, titles) ->
            reasons.add(
                doubt.word()
                    + ": "
                    + (titles.size() > MOST_NAMED
                        ? titles.size() + " rows"
                        : String.join(", ", titles))
                    + (doubt.reason().isEmpty() ? "" : ": " + doubt.reason())));
    return reasons;
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

  /** A row per check, with what stands against its figure or why there is none. */
  Grid full(List<RangeCheck> checks) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (RangeCheck check : checks) {
      boolean isChecked = check.grade() != Grade.UNAVAILABLE;
      rows.add(
          List.of(
              Grid.Cell.of(check.subject()),
              Grid.Cell.of(isChecked ? check.figure() : ""),
              Grid.Cell.of(named(check, check.expectation())),
              Grid.Cell.of(check.origin()),
              new Grid.Cell(
                  isChecked ? word(check.grade()) + " " + symbol(check.grade()) : "NO FIGURE",
                  tone(check.grade())),
              Grid.Cell.of(note(check))));
    }
    return new Grid(
            List.of(
                Grid.Column.words("case"),
                Grid.Column.numbers("figure"),
                Grid.Column.words("expected"),
                Grid.Column.words("set in"),
                Grid.Column.words(""),
                Grid.Column.words("note")),
            rows)
        .withoutEmptyColumns();
  }

  private String note(RangeCheck check) {
    return check.grade() == Grade.UNAVAILABLE
        ? check.missing()
        : doubts(check).stream().map(Caveat::toString).collect(Collectors.joining(", "));
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
