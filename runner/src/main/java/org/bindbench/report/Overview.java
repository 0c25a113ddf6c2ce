package org.bindbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.model.BindingStyle;

/** The headline numbers and how they stand to their expected ranges, as tables. */
final class Overview {
  /** A headline's name in files, its words, and its unit. */
  record Figure(String name, String title, String unit) {}

  static final List<Figure> FIGURES =
      List.of(
          new Figure("object_creation_rate", "objects created", "objects/s"),
          new Figure("method_call_rate", "methods called", "calls/s"),
          new Figure("memory_efficiency", "memory kept", "bytes/object"),
          new Figure("cleanup_efficiency", "memory given back", "%"));

  private Overview() {}

  /** A row per number, a column per language. */
  static Grid headlines(List<Headline> headlines) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words(""));
    headlines.forEach(each -> columns.add(Grid.Column.numbers(title(each))));
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Figure figure : FIGURES) {
      List<Grid.Cell> cells = new ArrayList<>();
      cells.add(Grid.Cell.of(figure.title()));
      for (Headline headline : headlines) {
        cells.add(
            headline
                .figure(figure.name())
                .map(value -> Grid.Cell.of(Figures.quantity(value, figure.unit())))
                .orElse(new Grid.Cell(Figures.UNAVAILABLE, Tone.DOUBTFUL)));
      }
      rows.add(cells);
    }
    return new Grid(columns, rows);
  }

  /** Why numbers are missing, one sentence each. */
  static List<String> reasons(List<Headline> headlines) {
    List<String> reasons = new ArrayList<>();
    for (Headline headline : headlines) {
      for (Figure figure : FIGURES) {
        if (headline.figure(figure.name()).isEmpty()) {
          String why = headline.reasons().getOrDefault(figure.name(), "no reason was recorded");
          reasons.add(headline.language().title() + ", " + figure.title() + ": " + why);
        }
      }
    }
    return reasons;
  }

  /** {@code Python (graalpy, host object)}. */
  static String title(Headline headline) {
    String style = headline.style() == BindingStyle.OWN ? "" : ", " + headline.style().title();
    return headline.language().title() + " (" + headline.engine() + style + ")";
  }

  /**
   * A row per expectation.
   *
   * @param symbols whether the grade's symbol may stand behind its word, in the last column
   */
  static Grid checks(List<RangeCheck> checks, boolean symbols) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (RangeCheck check : checks) {
      String symbol = symbols ? symbol(check.grade()) : "";
      rows.add(
          List.of(
              Grid.Cell.of(check.subject()),
              Grid.Cell.of(check.grade() == Grade.UNAVAILABLE ? "" : check.figure()),
              Grid.Cell.of(expectation(check)),
              new Grid.Cell((word(check.grade()) + " " + symbol).strip(), tone(check.grade()))));
    }
    return new Grid(
        List.of(
            Grid.Column.words("case"),
            Grid.Column.numbers("figure"),
            Grid.Column.words("expected"),
            Grid.Column.words("")),
        rows);
  }

  /** Without the unit where the figure beside it has the same. */
  private static String expectation(RangeCheck check) {
    int space = check.expectation().lastIndexOf(' ');
    boolean same = space > 0 && check.figure().endsWith(check.expectation().substring(space));
    boolean leavesNumber = check.expectation().indexOf(' ') < space;
    return same && leavesNumber ? check.expectation().substring(0, space) : check.expectation();
  }

  /** PASS, DOUBT, FAIL or NO FIGURE. */
  static String word(Grade grade) {
    return switch (grade) {
      case GOOD -> "PASS";
      case DOUBTFUL -> "DOUBT";
      case BAD -> "FAIL";
      case UNAVAILABLE -> "NO FIGURE";
    };
  }

  /** The symbol readers know, empty where there is nothing to judge. */
  static String symbol(Grade grade) {
    return switch (grade) {
      case GOOD -> "✅";
      case DOUBTFUL -> "⚠️";
      case BAD -> "❌";
      case UNAVAILABLE -> "";
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
      case GOOD -> Tone.GOOD;
      case DOUBTFUL -> Tone.DOUBTFUL;
      case BAD -> Tone.BAD;
      case UNAVAILABLE -> Tone.QUIET;
    };
  }
}
