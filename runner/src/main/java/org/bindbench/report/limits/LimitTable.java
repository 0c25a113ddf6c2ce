package org.bindbench.report.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.limits.LimitFinding;
import org.bindbench.analysis.limits.LimitFinding.InRoom;
import org.bindbench.analysis.limits.LimitFinding.Search;
import org.bindbench.analysis.limits.Searches;
import org.bindbench.model.limits.Ending;
import org.bindbench.model.limits.LimitMetrics;
import org.bindbench.model.limits.Sought;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** The breaking points that answer one question, on every engine. */
final class LimitTable {
  static final String ROOMS =
      "In heaps some times as large as the smallest: operations a second over all of the measured"
          + " time, and the collector's share of it by its own count.";

  private final List<LimitFinding> findings;

  /** A table of findings for one case. */
  LimitTable(List<LimitFinding> findings) {
    this.findings = List.copyOf(findings);
  }

  private LimitFinding first() {
    return findings.get(0);
  }

  private boolean isHeap() {
    return first().sought() == Sought.SMALLEST_HEAP;
  }

  String suite() {
    return first().row().id().suite();
  }

  String question() {
    return findings.stream()
        .map(finding -> finding.row().declaration().question().strip().replaceAll("\\s+", " "))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(first().row().id().withoutParams());
  }

  /** A row for each engine: what was found, how far searches differ, and what lies beyond. */
  Grid limits() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (LimitFinding finding : findings) rows.add(row(finding));
    return new Grid(
            List.of(
                Grid.Column.words(first().row().id().name()),
                Grid.Column.numbers(isHeap() ? "smallest heap" : "most contexts"),
                Grid.Column.numbers("in"),
                Grid.Column.numbers("searches"),
                Grid.Column.words("found"),
                Grid.Column.numbers("apart"),
                Grid.Column.numbers("step"),
                Grid.Column.words("beyond it")),
            rows)
        .withoutEmptyColumns();
  }

  private List<Grid.Cell> row(LimitFinding finding) {
    CaseResult row = finding.row();
    Optional<Summary> summary = finding.summary();
    List<Grid.Cell> cells = new ArrayList<>();
    cells.add(Grid.Cell.of(row.column().title()));
    cells.add(
        summary
            .map(found -> Grid.Cell.of(value(finding, found.value())))
            .orElseGet(() -> new Grid.Cell(status(row), Tone.DOUBTFUL)));
    cells.add(
        Grid.Cell.of(
            isHeap() || summary.isEmpty()
                ? ""
                : row.summary(LimitMetrics.HEAP.id())
                    .map(heap -> Figures.bytes(heap.value()))
                    .orElse("")));
    cells.add(Grid.Cell.of(searches(finding)));
    cells.add(Grid.Cell.of(found(finding)));
    cells.add(apart(finding));
    cells.add(Grid.Cell.of(share(finding.widestStep())));
    cells.add(
        Grid.Cell.of(
            finding.endings().stream().map(LimitTable::brief).collect(Collectors.joining(", "))));
    return cells;
  }

  private static String searches(LimitFinding finding) {
    int all = finding.row().trials().size();
    int found = finding.searches().size();
    return found == all ? Integer.toString(all) : found + " of " + all;
  }

  private static String found(LimitFinding finding) {
    return finding.searches().stream()
        .map(search -> bare(finding, search.found()))
        .collect(Collectors.joining(", "));
  }

  private static Grid.Cell apart(LimitFinding finding) {
    OptionalDouble spread = finding.spread();
    boolean agree = spread.isEmpty() || spread.getAsDouble() <= LimitFinding.AGREEMENT;
    return new Grid.Cell(share(spread), agree ? Tone.PLAIN : Tone.DOUBTFUL);
  }

  private static String share(OptionalDouble share) {
    if (share.isEmpty()) return "";
    return share.getAsDouble() == 0 ? "0 %" : Figures.percent(share.getAsDouble());
  }

  private static String value(LimitFinding finding, double value) {
    return finding.sought() == Sought.SMALLEST_HEAP ? Figures.bytes(value) : bare(finding, value);
  }

  /** The number as it was tried, in MiB or contexts. */
  private static String bare(LimitFinding finding, double value) {
    double size = value / finding.sought().value(1);
    return size == Math.rint(size)
        ? Long.toString((long) size)
        : String.format(Locale.ROOT, "%.1f", size);
  }

  private static String status(CaseResult row) {
    return row.status().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** How a try failed, in the few words of a column. */
  static String brief(Ending ending) {
    return switch (ending) {
      case COMPLETED -> "completed";
      case SCRIPT_ERROR -> "error in the script";
      case HEAP_EXHAUSTED -> "Java heap space";
      case OVERHEAD -> "GC overhead limit";
      case KILLED -> "killed by the system";
      case NO_START -> "engine did not start";
      case TIMED_OUT -> "time limit";
    };
  }

  /** What the figures mean, what happened beyond each limit, and what speaks against them. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        isHeap()
            ? ("the smallest -Xmx (and -Xms) with which %d of %d fresh JVMs completed the case's"
                    + " work with the right answer; geometric mean of the searches, each in MiB")
                .formatted(Searches.PASSES, Searches.PASSES)
            : ("the most contexts that were open at once and answered, the suite loaded in each, in"
                    + " %d of %d fresh JVMs with that -Xmx; geometric mean of the searches")
                .formatted(Searches.PASSES, Searches.PASSES));
    for (LimitFinding finding : findings) {
      beyond(finding).forEach(notes::add);
      if (finding.endings().contains(Ending.TIMED_OUT))
        notes.add(
            ("a time limit on %s is no proof of want of memory: try again with a longer --timeout,"
                    + " on a quiet machine")
                .formatted(finding.row().column().inSentence()));
      if (finding.spread().isPresent() && finding.spread().getAsDouble() > LimitFinding.AGREEMENT)
        notes.add(
            "searches on %s differ by %s, more than %s: take the worst of them"
                .formatted(
                    finding.row().column().inSentence(),
                    Figures.percent(finding.spread().getAsDouble()),
                    Figures.percent(LimitFinding.AGREEMENT)));
    }
    return notes;
  }

  /** One sentence for an engine: the worst of its searches stands for all. */
  private List<String> beyond(LimitFinding finding) {
    Optional<Search> worst =
        finding.searches().stream().reduce((a, b) -> isHeap() == (a.found() >= b.found()) ? a : b);
    if (worst.isEmpty()) return List.of();
    Search search = worst.get();
    String engine = finding.row().column().inSentence();
    if (search.failed().isEmpty())
      return List.of(
          "%s: no limit was reached; %s is the %s size that is tried"
              .formatted(engine, size(finding, search.found()), isHeap() ? "smallest" : "largest"));
    double failed = search.failed().getAsDouble();
    return List.of(
        "%s: in the search that ended at %s, the next step, %s, %s %s, failed: %s%s"
            .formatted(
                engine,
                size(finding, search.found()),
                size(finding, failed),
                Figures.percent(Math.abs(failed / search.found() - 1)),
                isHeap() ? "below" : "above",
                search.how().map(Ending::title).orElse("nobody saw how"),
                otherwise(finding, search)));
  }

  private static String size(LimitFinding finding, double value) {
    return finding.sought().text((int) (value / finding.sought().value(1)));
  }

  /** How the steps beyond other searches failed, where that was in another way. */
  private static String otherwise(LimitFinding finding, Search search) {
    String other =
        finding.endings().stream()
            .filter(ending -> !search.how().equals(Optional.of(ending)))
            .map(Ending::title)
            .collect(Collectors.joining(", "));
    return other.isEmpty() ? "" : "; in others: " + other;
  }

  /** A row for each engine and room. */
  Grid rooms() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (LimitFinding finding : findings)
      for (InRoom room : finding.rooms()) rows.add(row(finding, room));
    return new Grid(
            List.of(
                Grid.Column.words("engine"),
                Grid.Column.numbers("times"),
                Grid.Column.numbers("heap"),
                Grid.Column.numbers(first().row().declaration().unit() + "/s"),
                Grid.Column.numbers("95 % interval"),
                Grid.Column.numbers("collector"),
                Grid.Column.numbers("from, to"),
                Grid.Column.numbers("forks")),
            rows)
        .withoutEmptyColumns();
  }

  private static List<Grid.Cell> row(LimitFinding finding, InRoom room) {
    CaseResult row = room.row();
    Optional<Summary> rate = room.rate();
    Optional<Summary> share = room.collectorShare();
    List<Grid.Cell> cells = new ArrayList<>();
    cells.add(Grid.Cell.of(finding.row().column().title()));
    cells.add(Grid.Cell.of(room.room().title()));
    cells.add(
        Grid.Cell.of(
            row.summary(LimitMetrics.HEAP.id())
                .map(heap -> Figures.bytes(heap.value()))
                .orElse("")));
    cells.add(
        rate.map(found -> Grid.Cell.of(Figures.si(found.value())))
            .orElseGet(() -> new Grid.Cell(status(row), Tone.DOUBTFUL)));
    cells.add(Grid.Cell.of(rate.map(Figures::interval).orElse("")));
    cells.add(Grid.Cell.of(share.map(found -> Figures.quantity(found.median(), "%")).orElse("")));
    cells.add(
        Grid.Cell.of(
            share
                .filter(found -> found.forkValues().size() > 1)
                .map(
                    found ->
                        Figures.quantity(found.min(), "%")
                            + ", "
                            + Figures.quantity(found.max(), "%"))
                .orElse("")));
    cells.add(Grid.Cell.of(Integer.toString(row.trials().size())));
    return cells;
  }

  /** Every try of every search, in its order. */
  Grid tries() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (LimitFinding finding : findings)
      for (Search search : finding.searches())
        rows.add(
            List.of(
                Grid.Cell.of(finding.row().column().title()),
                Grid.Cell.of(Integer.toString(search.number())),
                Grid.Cell.of(
                    search.tries().stream()
                        .map(each -> bare(finding, each.size()) + " " + brief(each.ending()))
                        .collect(Collectors.joining("; ")))));
    return new Grid(
        List.of(
            Grid.Column.words("engine"),
            Grid.Column.numbers("search"),
            Grid.Column.words("tries in their order: size and end")),
        rows);
  }
}
