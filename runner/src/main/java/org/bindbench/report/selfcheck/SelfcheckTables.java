package org.bindbench.report.selfcheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.analysis.selfcheck.FalseAlarms;
import org.bindbench.analysis.selfcheck.Finding;
import org.bindbench.analysis.selfcheck.Power;
import org.bindbench.analysis.selfcheck.Share;
import org.bindbench.report.layout.Grid;

/** The sentences and tables that every form of the report on a self-check shows. */
final class SelfcheckTables {
  private final List<CheckedRun> runs;

  SelfcheckTables(List<CheckedRun> runs) {
    this.runs = List.copyOf(runs);
  }

  /** How many runs there are, and how long they took. */
  String extent() {
    long seconds = runs.stream().mapToLong(run -> run.elapsed().toSeconds()).sum();
    String forks =
        runs.stream()
            .map(run -> Integer.toString(run.forks()))
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "%s, %s forks a side, %d min of measuring"
        .formatted(counted(runs.size(), "run"), forks, Math.round(seconds / 60.0));
  }

  /** How often a change was called that is not there, with its bounds. */
  List<String> falseAlarms() {
    FalseAlarms found = FalseAlarms.of(runs);
    if (found.runs().of() == 0) return List.of("The same code was not compared with itself yet.");
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s in %s over %s of the same code against itself."
            .formatted(
                counted(found.comparisons().count(), "false alarm"),
                counted(found.comparisons().of(), "comparison"),
                counted(found.runs().of(), "run")));
    sentences.add(
        "With 95 %% confidence at most %s of runs have one. If the comparisons of a run were"
                .formatted(Figures.percent(found.runs().upper()))
            + " independent, at most %s of comparisons."
                .formatted(Figures.percent(found.comparisons().upper())));
    for (Finding alarm : found.alarms())
      sentences.add(
          "False alarm: "
              + alarm.row()
              + ", "
              + alarm.metric().id()
              + ": "
              + alarm.verdict().title()
              + alarm
                  .published()
                  .map(change -> ", " + Figures.percent(change.worsening().value()))
                  .orElse(""));
    return sentences;
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** How often what was planted was found, by metric and by how far the forks are apart. */
  Grid power() {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (Power power : Power.of(runs))
      rows.add(
          List.of(
              Grid.Cell.of("+" + Figures.percent(power.planted())),
              Grid.Cell.of(power.metric()),
              Grid.Cell.of(spread(power)),
              Grid.Cell.of(Integer.toString(power.found().of())),
              Grid.Cell.of(share(power.found())),
              Grid.Cell.of(Figures.percent(power.found().lower())),
              Grid.Cell.of(Integer.toString(power.wrong().count()))));
    return new Grid(
        List.of(
            Grid.Column.words("planted"),
            Grid.Column.words("metric"),
            Grid.Column.words("CV of the forks"),
            Grid.Column.numbers("comparisons"),
            Grid.Column.numbers("found"),
            Grid.Column.numbers("at least"),
            Grid.Column.numbers("wrong")),
        rows);
  }

  /** Planted changes that no class of the table has, since they are too small to count. */
  Optional<String> tooSmall() {
    List<Finding> small = Power.tooSmall(runs);
    if (small.isEmpty()) return Optional.empty();
    return Optional.of(
        "In %s what was planted is less than the difference that counts, so that nothing was to be found: %s."
            .formatted(
                counted(small.size(), "comparison"),
                small.stream()
                    .map(
                        each ->
                            "%s of %s, %s"
                                .formatted(each.metric().id(), each.row(), title(each.planted())))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("; "))));
  }

  private static String spread(Power power) {
    if (Double.isInfinite(power.upTo())) return "above " + Figures.percent(power.above());
    return (power.above() == 0 ? "" : Figures.percent(power.above()) + " to ")
        + (power.above() == 0 ? "up to " : "")
        + Figures.percent(power.upTo());
  }

  private static String share(Share share) {
    return "%d (%s)".formatted(share.count(), Figures.percent(share.value()));
  }

  /** Every row with its verdicts, and what it could have seen. */
  Grid rows() {
    Map<String, List<Finding>> byRow = new LinkedHashMap<>();
    for (CheckedRun run : runs)
      for (Finding finding : run.findings())
        byRow
            .computeIfAbsent(finding.row() + "\n" + finding.metric().id(), any -> new ArrayList<>())
            .add(finding);
    List<Double> planted = runs.stream().map(CheckedRun::planted).distinct().sorted().toList();
    List<List<Grid.Cell>> lines = new ArrayList<>();
    byRow.values().forEach(findings -> lines.add(line(findings, planted)));
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words("row"));
    columns.add(Grid.Column.words("metric"));
    columns.add(Grid.Column.numbers("median CV"));
    columns.add(Grid.Column.numbers("could see"));
    for (double share : planted) columns.add(Grid.Column.words(title(share)));
    return new Grid(columns, lines);
  }

  private static String title(double planted) {
    return planted == 0 ? "same code" : "+" + Figures.percent(planted);
  }

  private static List<Grid.Cell> line(List<Finding> findings, List<Double> planted) {
    List<Grid.Cell> cells = new ArrayList<>();
    cells.add(Grid.Cell.of(findings.get(0).row()));
    cells.add(Grid.Cell.of(findings.get(0).metric().id()));
    cells.add(percent(findings.stream().mapToDouble(Finding::spread).toArray()));
    cells.add(percent(findings.stream().mapToDouble(Finding::detectable).toArray()));
    for (double share : planted)
      cells.add(
          Grid.Cell.of(
              verdicts(findings.stream().filter(each -> each.planted() == share).toList())));
    return cells;
  }

  private static Grid.Cell percent(double[] values) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
    return Grid.Cell.of(known.length == 0 ? "" : Figures.percent(Summaries.quantile(known, 0.5)));
  }

  /** {@code 5 same, 1 inconclusive}. */
  private static String verdicts(List<Finding> findings) {
    Map<Verdict, Long> counts =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::verdict, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(each -> each.getValue() + " " + each.getKey().title().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
