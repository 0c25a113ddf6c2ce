package org.bindbench.jmh;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.Estimate;

/**
 * Rows for people, as a Markdown table, and for programs.
 *
 * @param settings what all forks have in common
 */
record ComparisonReport(List<Row> rows, ObjectNode settings) {
  private static final List<String> HEAD =
      List.of(
          "case",
          "engine",
          "forks",
          "ours, op/s",
          "JMH, op/s",
          "ours / JMH (95 %)",
          "by ranks (95 %)",
          "CV ours",
          "CV JMH",
          "least CPU",
          "verdict");

  ComparisonReport {
    rows = List.copyOf(rows);
  }

  /** The table, its columns aligned so that it reads as text too, and what follows from it. */
  String markdown() {
    List<List<String>> cells =
        Stream.concat(Stream.of(HEAD), rows.stream().map(ComparisonReport::cells)).toList();
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < HEAD.size(); i++) {
      int column = i;
      widths.add(cells.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }
    StringBuilder text = new StringBuilder(line(cells.get(0), widths));
    text.append(widths.stream().map("-"::repeat).collect(Collectors.joining(" | ", "| ", " |\n")));
    cells.subList(1, cells.size()).forEach(row -> text.append(line(row, widths)));
    text.append('\n').append(sentence()).append('\n');
    rows.stream()
        .filter(row -> row.verdict() != Verdict.NO_FIGURE && row.plateaus().levels().size() > 1)
        .forEach(
            row ->
                text.append("\n- ")
                    .append(row.subject().title())
                    .append(": forks at ")
                    .append(row.plateaus().text()));
    rows.stream()
        .filter(row -> !row.reason().isEmpty())
        .forEach(
            row ->
                text.append("\n- ")
                    .append(row.subject().title())
                    .append(": ")
                    .append(row.reason()));
    return text.toString().stripTrailing() + "\n";
  }

  private String sentence() {
    long within = count(Verdict.WITHIN);
    long same = count(Verdict.NO_DIFFERENCE);
    return "%d of %d rows lie within 0.95 to 1.05; in %d more the interval contains 1 and reaches less than 15 %% beyond the ratio; in %d more the sides agree in their plateaus; %d have no figure."
        .formatted(
            within, rows.size(), same, count(Verdict.SAME_PLATEAUS), count(Verdict.NO_FIGURE));
  }

  private long count(Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  private static String line(List<String> cells, List<Integer> widths) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < cells.size(); i++)
      line.append(' ')
          .append(cells.get(i))
          .append(" ".repeat(widths.get(i) - cells.get(i).length()))
          .append(" |");
    return line.append('\n').toString();
  }

  private static List<String> cells(Row row) {
    String engine = row.subject().engine();
    boolean own = row.style().isEmpty() || row.style().equals("own");
    return List.of(
        row.subject().name(),
        own ? engine : engine + ", " + row.style(),
        row.ours().size() + " / " + row.jmh().size(),
        rate(Row.mean(row.ours())),
        rate(Row.mean(row.jmh())),
        row.interval()
            .map(ComparisonReport::ratio)
            .or(() -> row.ratio().map(ratio -> format("%.3f", ratio)))
            .orElse("-"),
        row.byRanks().map(ComparisonReport::ratio).orElse("-"),
        percent(Row.cv(row.ours())),
        percent(Row.cv(row.jmh())),
        row.leastCpu().isEmpty() ? "-" : format("%.2f", row.leastCpu().getAsDouble()),
        row.verdict().title());
  }

  private static String ratio(Estimate estimate) {
    return format("%.3f (%.3f to %.3f)", estimate.value(), estimate.low(), estimate.high());
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty() ? "-" : format("%.1f %%", 100 * share.getAsDouble());
  }

  /** Three digits, and the thousands as k, M or G. */
  static String rate(OptionalDouble perSecond) {
    if (perSecond.isEmpty()) return "-";
    double value = perSecond.getAsDouble();
    String[] units = {"", " k", " M", " G"};
    int unit = 0;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
    return format("%." + decimals + "f", value) + units[unit];
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The same with every fork's value. */
  ObjectNode json() {
    ObjectNode document = ForkFiles.MAPPER.createObjectNode();
    document.set("settings", settings);
    ArrayNode array = document.putArray("rows");
    rows.forEach(row -> array.add(json(row)));
    return document;
  }

  private static ObjectNode json(Row row) {
    ObjectNode node = ForkFiles.MAPPER.createObjectNode();
    node.put("case", row.subject().suite() + "." + row.subject().name());
    node.put("engine", row.subject().engine());
    node.put("style", row.style());
    forks(node, "bindbench", row.ours());
    forks(node, "jmh", row.jmh());
    node.put("least_cpu_per_wall", row.leastCpu().isEmpty() ? null : row.leastCpu().getAsDouble());
    node.put("ratio", row.ratio().orElse(null));
    node.put("low", row.interval().map(Estimate::low).orElse(null));
    node.put("high", row.interval().map(Estimate::high).orElse(null));
    node.put("ratio_by_ranks", row.byRanks().map(Estimate::value).orElse(null));
    node.put("low_by_ranks", row.byRanks().map(Estimate::low).orElse(null));
    node.put("high_by_ranks", row.byRanks().map(Estimate::high).orElse(null));
    node.put("verdict", row.verdict().name());
    node.put("reason", row.reason());
    return node;
  }

  private static void forks(ObjectNode node, String side, List<Double> values) {
    ArrayNode forks = node.putArray(side + "_operations_per_second");
    values.forEach(forks::add);
    OptionalDouble cv = Row.cv(values);
    node.put(side + "_cv", cv.isPresent() ? cv.getAsDouble() : null);
  }
}
