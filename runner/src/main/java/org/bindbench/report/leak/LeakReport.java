package org.bindbench.report.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.leak.CycleGrowth;
import org.bindbench.analysis.leak.Kept;
import org.bindbench.analysis.leak.LeakFinding.Leak;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.analysis.leak.LeakVerdict;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;

/** The section on leaks, in the terminal and in the document; nothing where a run has none. */
public record LeakReport(List<LeakRow> rows) {
  private static final String LEGEND =
      "Seen from: the growth a cycle that would have been called a leak in 80 of 100 runs. A leak"
          + " rises steadily, above the floor and to the last cycle. Target: less than "
          + Figures.quantity(CycleGrowth.TARGET_PER_THOUSAND / 1e6, "")
          + " MB per 1,000 operations.";

  public LeakReport {
    rows = List.copyOf(rows);
  }

  /** The section of that run. */
  public static LeakReport of(RunAnalysis analysis) {
    return new LeakReport(LeakReview.of(analysis));
  }

  /** Writes it for the terminal. */
  public void write(Page page) {
    by(rows, row -> row.spec().id().suite())
        .forEach(
            (suite, ofSuite) -> {
              page.section("📊", "Leaks · " + suite + " · " + tally(ofSuite));
              page.wrapped("", extent(ofSuite) + bytesFrom(ofSuite) + " " + LEGEND, Tone.QUIET);
              by(ofSuite, row -> row.spec().id().name())
                  .values()
                  .forEach(
                      ofCase -> {
                        page.blank();
                        page.wrapped("", question(ofCase), Tone.HEADING);
                        page.table(new LeakTable(ofCase).brief());
                        notes(ofCase).forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
                      });
            });
  }

  /** Writes it for the document. */
  public void write(Markdown page) {
    by(rows, row -> row.spec().id().suite())
        .forEach(
            (suite, ofSuite) -> {
              page.heading(3, "Leaks of " + suite);
              page.paragraph(
                  tally(ofSuite) + ". " + extent(ofSuite) + bytesFrom(ofSuite) + " " + LEGEND);
              by(ofSuite, row -> row.spec().id().name())
                  .values()
                  .forEach(
                      ofCase -> {
                        page.heading(4, question(ofCase));
                        page.paragraph(suite + "." + ofCase.get(0).spec().id().name());
                        page.table(new LeakTable(ofCase).full());
                        notes(ofCase).forEach(note -> page.item("", note));
                      });
            });
  }

  /** What can be said of a run in which nothing leaks; nothing where it looked for no leak. */
  public List<String> fine() {
    List<LeakRow> asked =
        rows.stream()
            .filter(row -> row.verdict() == LeakVerdict.NO_LEAK && row.isTrusted())
            .toList();
    return asked.isEmpty()
        ? List.of()
        : List.of(
            "No leak was found in "
                + (asked.size() == 1 ? "the row" : "any of the " + asked.size() + " rows")
                + " that was asked for one, and the planted leak was.");
  }

  /** {@code 3 leak · 20 no leak}, with what else there is. */
  private static String tally(List<LeakRow> rows) {
    List<String> parts = new ArrayList<>();
    for (LeakVerdict verdict : LeakVerdict.values()) {
      long count = rows.stream().filter(row -> row.verdict() == verdict).count();
      if (count > 0) parts.add(count + " " + verdict.title());
    }
    long doubted = rows.stream().filter(row -> !row.isTrusted()).count();
    if (doubted > 0) parts.add(doubted + " not to be trusted");
    return String.join(" · ", parts);
  }

  /** {@code 30 cycles of 1,000 operations}, or the ends where rows differ. */
  private static String extent(List<LeakRow> rows) {
    Set<String> extents = new LinkedHashSet<>();
    rows.stream()
        .flatMap(row -> row.finding().figures().stream())
        .sorted(Comparator.comparingInt(CycleGrowth::cycles))
        .forEach(
            growth ->
                extents.add(
                    growth.cycles()
                        + " cycles of "
                        + Figures.quantity((double) growth.operations(), "")
                        + " operations"));
    return extents.isEmpty() ? "No cycles were measured." : String.join(" or ", extents) + ".";
  }

  /** Which engine's workers the bytes come from, where that is another one. */
  private static String bytesFrom(List<LeakRow> rows) {
    return rows.stream()
        .filter(row -> !row.bytesFrom().isEmpty() && !row.bytesFrom().equals(engine(row)))
        .map(row -> " The bytes of " + engine(row) + " are those of " + row.bytesFrom() + ".")
        .distinct()
        .collect(Collectors.joining());
  }

  private static String engine(LeakRow row) {
    return row.column().engine();
  }

  private static String question(List<LeakRow> rows) {
    return rows.stream()
        .map(row -> row.declaration().question())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(rows.get(0).spec().id().withoutParams());
  }

  /** Who keeps what leaks, and why a verdict is open; alike ones together. */
  private static List<String> notes(List<LeakRow> rows) {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (LeakRow row : rows) {
      String note = note(row);
      if (!note.isEmpty()) alike.computeIfAbsent(note, any -> new ArrayList<>()).add(place(row));
    }
    return alike.entrySet().stream()
        .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
        .toList();
  }

  private static String place(LeakRow row) {
    String params = row.spec().id().params().values().stream().collect(Collectors.joining(", "));
    return (params.isEmpty() ? "" : params + " on ") + row.column().inSentence();
  }

  private static String note(LeakRow row) {
    return switch (row.verdict()) {
      case LEAK, LEAKS_AS_DECLARED, CONTROL_GROWS ->
          row.kept()
              .filter(any -> row.finding() instanceof Leak)
              .map(Kept::sentence)
              .filter(text -> !text.isEmpty())
              .map(text -> "of what it kept " + text)
              .orElse("");
      case SUSPECTED, NOT_DECIDED, DECLARED_BUT_NOT_FOUND, PLANTED_NOT_FOUND ->
          row.finding().reason();
      case NO_LEAK, CONTROL_STILL, PLANTED_FOUND -> "";
    };
  }

  private static Map<String, List<LeakRow>> by(List<LeakRow> rows, Function<LeakRow, String> key) {
    return rows.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
