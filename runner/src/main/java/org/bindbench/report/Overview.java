package org.bindbench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.HeadlineNumber;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.BindingStyle;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** The headline numbers as a table. */
final class Overview {
  private Overview() {}

  /** Whether any row is of a case that gives a headline number. */
  static boolean isAsked(RunAnalysis analysis) {
    return !asked(analysis).isEmpty();
  }

  /** The numbers whose cases were part of the run. */
  private static List<HeadlineNumber> asked(RunAnalysis analysis) {
    return Arrays.stream(HeadlineNumber.values())
        .filter(
            number ->
                analysis.results().stream()
                    .filter(row -> row.style() != BindingStyle.OWN)
                    .anyMatch(row -> number.caseName(row.style()).equals(row.id().name())))
        .toList();
  }

  /** On which JVM setup the numbers were measured, empty where the run compares none. */
  static Optional<String> place(RunAnalysis analysis) {
    int setups = analysis.run().plan().setups().size();
    return analysis.headlines().stream()
        .map(Headline::setup)
        .filter(setup -> !setup.isEmpty())
        .findFirst()
        .map(setup -> "On " + setup + ", the first of " + setups + " JVM setups.");
  }

  /** A row per number that was asked for, a column per language. */
  static Grid headlines(RunAnalysis analysis) {
    List<Headline> headlines = analysis.headlines();
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words(""));
    headlines.forEach(each -> columns.add(Grid.Column.numbers(title(each))));
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (HeadlineNumber number : asked(analysis)) {
      List<Grid.Cell> cells = new ArrayList<>();
      cells.add(Grid.Cell.of(number.title()));
      for (Headline headline : headlines) {
        cells.add(
            headline
                .figure(number.id())
                .map(value -> Grid.Cell.of(Figures.quantity(value, number.unit())))
                .orElse(new Grid.Cell(Figures.UNAVAILABLE, Tone.DOUBTFUL)));
      }
      rows.add(cells);
    }
    return new Grid(columns, rows);
  }

  /** Why numbers that were asked for are missing, one sentence each. */
  static List<String> reasons(RunAnalysis analysis) {
    List<String> reasons = new ArrayList<>();
    for (Headline headline : analysis.headlines()) {
      for (HeadlineNumber number : asked(analysis)) {
        if (headline.figure(number.id()).isEmpty()) {
          String why = headline.reasons().getOrDefault(number.id(), "no reason was recorded");
          reasons.add(headline.language().title() + ", " + number.title() + ": " + why);
        }
      }
    }
    return reasons;
  }

  /** What stands against each number that the run gives, one sentence each. */
  static List<String> caveats(RunAnalysis analysis) {
    List<String> caveats = new ArrayList<>();
    for (Headline headline : analysis.headlines())
      for (HeadlineNumber number : HeadlineNumber.values()) {
        List<Caveat> doubts = headline.doubts(analysis.results(), number);
        if (!doubts.isEmpty() && headline.figure(number.id()).isPresent())
          caveats.add(
              headline.language().title()
                  + ", "
                  + number.title()
                  + ": "
                  + doubts.stream().map(Caveat::toString).collect(Collectors.joining(", ")));
      }
    return caveats;
  }

  /** {@code Python (graalpy, host object)}. */
  static String title(Headline headline) {
    String column = new Column(headline.engine(), headline.style()).title();
    return headline.language().title() + " (" + column + ")";
  }
}
