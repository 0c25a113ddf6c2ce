package org.bindbench.leaks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One line of the table: a series on one engine over all runs.
 *
 * @param runs that were decided
 * @param leaks of these, how many were called a leak
 * @param others runs without a decision
 */
record Counts(
    String engine,
    String series,
    int runs,
    int leaks,
    int others,
    double liveBytes,
    double perCycle,
    double detectable) {
  private static final List<String> ORDER =
      List.of(
          "leak[share=0.001]",
          "leak[share=0.005]",
          "flat",
          "steps",
          "sawtooth",
          "saturating_cache");

  static List<Counts> of(List<Found> found) {
    Map<List<String>, List<Found>> lines =
        found.stream()
            .sorted(
                java.util.Comparator.comparing(Found::engine)
                    .thenComparingInt(each -> ORDER.indexOf(each.series())))
            .collect(
                Collectors.groupingBy(
                    each -> List.of(each.engine(), each.series()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Counts> counts = new ArrayList<>();
    for (List<Found> line : lines.values()) {
      int decided = (int) line.stream().filter(Found::isDecided).count();
      counts.add(
          new Counts(
              line.get(0).engine(),
              line.get(0).series(),
              decided,
              (int) line.stream().filter(Found::isLeak).count(),
              line.size() - decided,
              median(line, Found::liveBytes),
              median(line, Found::perCycle),
              median(line, Found::detectable)));
    }
    return counts;
  }

  /** The share of runs that must be called a leak, or that may be; in words. */
  String asked() {
    if (series.equals("leak[share=0.001]"))
      return engine.equals("graalpy") ? "no claim" : "at least 38 of 40";
    if (series.startsWith("leak")) return "at least 38 of 40";
    return series.equals("saturating_cache") ? "at most 2 of 40" : "none";
  }

  /** Whether the share so far is as asked; a line without a claim is. */
  boolean holds() {
    if (asked().equals("no claim")) return true;
    if (runs == 0 || others > 0) return false;
    if (series.startsWith("leak")) return leaks * 40 >= 38 * runs;
    return series.equals("saturating_cache") ? leaks * 40 <= 2 * runs : leaks == 0;
  }

  static String markdown(List<Counts> all) {
    StringBuilder table =
        new StringBuilder(
            "| engine | series | called a leak | asked | live heap | growth a cycle, median | seen from |\n"
                + "| --- | --- | --- | --- | --- | --- | --- |\n");
    for (Counts each : all)
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %d of %d%s | %s | %.1f MB | %.1f kB | %.1f kB |%n",
              each.engine,
              each.series,
              each.leaks,
              each.runs,
              each.others == 0 ? "" : ", " + each.others + " not decided",
              each.asked() + (each.holds() ? "" : ": missed"),
              each.liveBytes / 1e6,
              each.perCycle / 1e3,
              each.detectable / 1e3));
    return table.toString();
  }

  private static double median(List<Found> line, ToDoubleFunction<Found> value) {
    double[] sorted = line.stream().mapToDouble(value).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) return Double.NaN;
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
