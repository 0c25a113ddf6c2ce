package org.bindbench.report.past;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.past.PastFigure;
import org.bindbench.analysis.past.PastHeadline;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.model.history.Commit;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.bindbench.report.layout.Tone;

/** Runs of a history as a person reads them in the terminal. */
public final class HistoryConsole {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Style style;

  /** A report for a terminal of that kind. */
  public HistoryConsole(Style style) {
    this.style = style;
  }

  /**
   * A line for each run.
   *
   * @param all how many runs the history has
   */
  public String list(String history, List<PastRun> runs, int all) {
    Page page = new Page(style);
    page.wrapped(
        "",
        "Bindbench · history · "
            + (runs.size() < all ? "the last " + runs.size() + " of " : "")
            + all
            + (all == 1 ? " run" : " runs")
            + " · "
            + history,
        Tone.HEADING);
    page.blank();
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (PastRun run : runs)
      rows.add(
          List.of(
              Grid.Cell.of(run.id()),
              Grid.Cell.of(run.level()),
              Grid.Cell.of(run.commit().map(Commit::title).orElse("")),
              Grid.Cell.of(run.commit().map(Commit::branch).orElse("")),
              new Grid.Cell(
                  run.excluded().map(reason -> "excluded: " + reason).orElse(""), Tone.DOUBTFUL)));
    page.table(
        new Grid(
                List.of(
                    Grid.Column.words("run"),
                    Grid.Column.words("level"),
                    Grid.Column.words("commit"),
                    Grid.Column.words("branch"),
                    Grid.Column.words("note")),
                rows)
            .withoutEmptyColumns());
    return page.text();
  }

  /** One run with every figure. */
  public String show(RunEntry entry) {
    Page page = new Page(style);
    PastRun run = entry.run();
    page.wrapped("", "Bindbench · history · " + run.id(), Tone.HEADING);
    page.blank();
    page.wrapped("  Started  ", time(run.startedAt()) + " UTC", Tone.PLAIN);
    page.wrapped("  Command  ", run.command() + " · " + run.level() + " level", Tone.PLAIN);
    page.wrapped("  Commit   ", commit(run), Tone.PLAIN);
    page.wrapped(
        "  Made by  ",
        "Bindbench " + run.bindbench() + " · " + run.jvms() + " · seed " + run.seed(),
        Tone.PLAIN);
    run.excluded().ifPresent(reason -> page.wrapped("  Excluded ", reason, Tone.DOUBTFUL));
    headlines(page, entry.headlines());
    figures(page, entry.figures());
    return page.text();
  }

  private static String commit(PastRun run) {
    return run.commit()
        .map(
            commit ->
                commit.hash()
                    + (commit.branch().isEmpty() ? "" : " on " + commit.branch())
                    + switch (commit.tree()) {
                      case CLEAN -> "";
                      case DIRTY -> ", with changes that are not committed";
                      case UNKNOWN -> ", nobody could tell whether files were changed";
                    })
        .orElse("none: the run was not made in a git work tree");
  }

  private static void headlines(Page page, List<PastHeadline> headlines) {
    if (headlines.isEmpty()) return;
    page.section("🏆", "Headlines");
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (PastHeadline headline : headlines)
      rows.add(
          List.of(
              Grid.Cell.of(headline.language().title()),
              Grid.Cell.of(headline.name()),
              Grid.Cell.of(
                  headline
                      .value()
                      .map(value -> Figures.quantity(value, headline.unit()))
                      .orElse(Figures.UNAVAILABLE)),
              Grid.Cell.of(headline.column().title()),
              Grid.Cell.of(headline.reason())));
    page.table(
        new Grid(
                List.of(
                    Grid.Column.words("language"),
                    Grid.Column.words("number"),
                    Grid.Column.numbers("value"),
                    Grid.Column.words("from"),
                    Grid.Column.words("why it is missing")),
                rows)
            .withoutEmptyColumns());
  }

  private static void figures(Page page, List<PastFigure> figures) {
    Map<String, List<PastFigure>> byColumn =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    figure -> figure.key().column().title(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byColumn.forEach(
        (title, of) -> {
          page.section("📊", title);
          List<List<Grid.Cell>> rows = new ArrayList<>();
          for (PastFigure figure : of)
            rows.add(
                List.of(
                    Grid.Cell.of(figure.key().caseId()),
                    Grid.Cell.of(figure.key().metric().id()),
                    Grid.Cell.of(Figures.quantity(figure.value(), figure.key().metric().unit())),
                    Grid.Cell.of(interval(figure)),
                    Grid.Cell.of(String.valueOf(figure.forkValues().size())),
                    Grid.Cell.of(String.join(", ", figure.caveats()))));
          page.table(
              new Grid(
                      List.of(
                          Grid.Column.words("case"),
                          Grid.Column.words("metric"),
                          Grid.Column.numbers("value"),
                          Grid.Column.numbers("95 % interval"),
                          Grid.Column.numbers("forks"),
                          Grid.Column.words("note")),
                      rows)
                  .withoutEmptyColumns());
        });
  }

  private static String interval(PastFigure figure) {
    if (figure.estimate().isEmpty()) return "none";
    Estimate estimate = figure.estimate().get();
    String unit = figure.key().metric().unit();
    return "["
        + Figures.cell(estimate.low(), unit)
        + ", "
        + Figures.cell(estimate.high(), unit)
        + "]";
  }

  private static String time(Instant time) {
    return MINUTE.format(time);
  }
}
