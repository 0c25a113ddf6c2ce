package org.bindbench.report.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.analysis.trend.Anomaly;
import org.bindbench.analysis.trend.ChangePoint;
import org.bindbench.analysis.trend.Detection;
import org.bindbench.analysis.trend.Effect;
import org.bindbench.analysis.trend.Overview;
import org.bindbench.analysis.trend.Trend;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.bindbench.report.layout.Tone;

/** Trends as a person reads them in the terminal. */
public final class TrendConsole {
  /** Up to so many series are all shown; of more only those with something to look at. */
  static final int ALL_SHOWN = 40;

  private static final int MOST_ANOMALIES = 3;

  private final Style style;

  /** A report for a terminal of that kind. */
  public TrendConsole(Style style) {
    this.style = style;
  }

  /**
   * The whole report, lines ended by {@code \n}.
   *
   * @param everything whether also long lists are shown to their ends
   */
  public String text(Overview overview, boolean everything) {
    Page page = new Page(style);
    header(page, overview);
    List<Trend> judged =
        overview.trends().stream().filter(trend -> trend.reason().isEmpty()).toList();
    boolean all = everything || judged.size() <= ALL_SHOWN;
    List<Trend> shown = judged.stream().filter(trend -> all || trend.isNotable()).toList();
    Map<Trend, String> names = names(judged);
    sections(shown)
        .forEach((title, trends) -> section(page, title, trends, names, overview, everything));
    rest(page, judged.size() - shown.size());
    tooShort(page, overview.trends(), everything);
    legend(page, shown);
    return page.text();
  }

  private static void header(Page page, Overview overview) {
    page.wrapped(
        "",
        "Bindbench · trend · "
            + TrendWords.time(overview.since())
            + " to "
            + TrendWords.time(overview.until())
            + " UTC · "
            + overview.runs()
            + (overview.runs() == 1 ? " run" : " runs")
            + (overview.excluded() == 0 ? "" : " (" + overview.excluded() + " excluded)")
            + " · "
            + overview.history(),
        Tone.HEADING);
  }

  private static Map<String, List<Trend>> sections(List<Trend> trends) {
    return trends.stream()
        .collect(
            Collectors.groupingBy(
                trend -> suite(trend) + " · " + trend.series().key().column().title(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private void section(
      Page page,
      String title,
      List<Trend> trends,
      Map<Trend, String> names,
      Overview overview,
      boolean everything) {
    page.section("📊", title);
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Trend trend : trends) rows.add(row(trend, names.getOrDefault(trend, "")));
    page.table(
        new Grid(
                List.of(
                    Grid.Column.words("case"),
                    Grid.Column.words("metric"),
                    Grid.Column.numbers("runs"),
                    Grid.Column.numbers("course"),
                    Grid.Column.numbers("last"),
                    Grid.Column.words("finding")),
                rows)
            .withoutEmptyColumns());
    for (Trend trend : trends)
      details(page, trend, names.getOrDefault(trend, ""), overview, everything);
    circumstances(page, trends, names);
  }

  private List<Grid.Cell> row(Trend trend, String name) {
    PastSeries series = trend.series();
    return List.of(
        Grid.Cell.of(name),
        Grid.Cell.of(series.key().metric().id()),
        Grid.Cell.of(String.valueOf(series.readings().size())),
        Grid.Cell.of(
            Sparkline.of(series.readings().stream().map(Reading::value).toList(), style.unicode())),
        Grid.Cell.of(Figures.quantity(series.last().value(), series.key().metric().unit())),
        new Grid.Cell(TrendWords.finding(trend), tone(trend)));
  }

  private static Tone tone(Trend trend) {
    if (!trend.isNotable()) return Tone.QUIET;
    if (trend.changes().isEmpty()) return Tone.DOUBTFUL;
    Effect effect = trend.changes().get(trend.changes().size() - 1).effect();
    return effect == Effect.WORSE ? Tone.BAD : effect == Effect.BETTER ? Tone.GOOD : Tone.DOUBTFUL;
  }

  private static void details(
      Page page, Trend trend, String name, Overview overview, boolean everything) {
    String row = name + ", " + trend.series().key().metric().id() + ": ";
    for (ChangePoint change : trend.changes())
      page.wrapped("   - ", row + TrendWords.change(change, trend), Tone.PLAIN);
    if (trend.drifts())
      trend
          .drift()
          .ifPresent(
              drift ->
                  page.wrapped(
                      "   - ", row + "drifts " + TrendWords.drift(drift, trend), Tone.PLAIN));
    if (!trend.anomalies().isEmpty() && (everything || trend.lastRunStandsOut().isPresent()))
      anomalies(page, trend, row, overview);
  }

  /** The last run where it is one of them, then those that stand out most. */
  private static void anomalies(Page page, Trend trend, String row, Overview overview) {
    page.wrapped("   - ", row + TrendWords.anomalies(trend, overview.sensitivity()), Tone.QUIET);
    Optional<Anomaly> last = trend.lastRunStandsOut();
    Stream.concat(
            last.stream(),
            trend.anomalies().stream()
                .filter(each -> !last.equals(Optional.of(each)))
                .sorted(Comparator.comparingDouble(each -> -Math.abs(each.score()))))
        .limit(MOST_ANOMALIES)
        .forEach(each -> page.wrapped("     - ", TrendWords.anomaly(each, trend), Tone.QUIET));
  }

  /** The names of rows: those of one series in several circumstances are numbered. */
  private static Map<Trend, String> names(List<Trend> trends) {
    Map<String, List<Trend>> byTitle =
        trends.stream()
            .collect(
                Collectors.groupingBy(
                    trend -> trend.series().key().title(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Trend, String> names = new java.util.IdentityHashMap<>();
    byTitle
        .values()
        .forEach(
            same -> {
              for (int i = 0; i < same.size(); i++)
                names.put(
                    same.get(i),
                    shortName(same.get(i)) + (same.size() == 1 ? "" : " (" + (i + 1) + ")"));
            });
    return names;
  }

  /** In what each numbered row differs from the one before it. */
  private static void circumstances(Page page, List<Trend> trends, Map<Trend, String> names) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (int i = 1; i < trends.size(); i++) {
      Trend before = trends.get(i - 1);
      Trend trend = trends.get(i);
      if (!before.series().key().title().equals(trend.series().key().title())) continue;
      String differences =
          String.join(
              "; ", before.series().fingerprint().differences(trend.series().fingerprint()));
      rows.computeIfAbsent(differences, any -> new ArrayList<>())
          .add(
              names.get(before)
                  + " / "
                  + names.get(trend)
                  + ", "
                  + trend.series().key().metric().id());
    }
    rows.forEach(
        (differences, of) -> {
          page.wrapped(
              "   ! ", "other circumstances, so another series: " + differences, Tone.DOUBTFUL);
          page.wrapped("     ", String.join(" · ", of), Tone.QUIET);
        });
  }

  private static void rest(Page page, int hidden) {
    if (hidden == 0) return;
    page.blank();
    page.wrapped(
        "",
        hidden
            + (hidden == 1 ? " more series shows" : " more series show")
            + " no change, no drift and no last run that stands out; --all lists them",
        Tone.QUIET);
  }

  private static void tooShort(Page page, List<Trend> trends, boolean everything) {
    Map<String, List<Trend>> reasons =
        trends.stream()
            .filter(trend -> !trend.reason().isEmpty())
            .collect(Collectors.groupingBy(Trend::reason, LinkedHashMap::new, Collectors.toList()));
    reasons.forEach(
        (reason, of) -> {
          page.blank();
          page.wrapped("", of.size() + " series: " + reason, Tone.DOUBTFUL);
          of.stream()
              .limit(everything || of.size() <= ALL_SHOWN ? of.size() : 0)
              .forEach(
                  trend ->
                      page.wrapped(
                          "   - ",
                          trend.series().key().title()
                              + ": "
                              + trend.series().readings().size()
                              + ", last "
                              + Figures.quantity(
                                  trend.series().last().value(),
                                  trend.series().key().metric().unit()),
                          Tone.QUIET));
        });
  }

  private static void legend(Page page, List<Trend> shown) {
    if (shown.isEmpty()) return;
    page.blank();
    page.wrapped(
        "",
        "a change is one of at least "
            + Figures.percent(Detection.USUAL.leastMagnitude())
            + " with p ≤ "
            + Detection.USUAL.level()
            + " by permutation; intervals are 95 %; a trend informs and never fails a run",
        Tone.QUIET);
  }

  private static String suite(Trend trend) {
    String id = trend.series().key().caseId();
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  private static String shortName(Trend trend) {
    String id = trend.series().key().caseId();
    return id.substring(id.indexOf('.') + 1);
  }
}
