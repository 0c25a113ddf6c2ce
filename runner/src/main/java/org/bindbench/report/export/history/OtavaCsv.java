package org.bindbench.report.export.history;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.model.history.Commit;

/**
 * The table that Apache Otava reads: {@code time,commit,<metric>…}, a run on each line. A column is
 * a series; one that was measured in several circumstances has a column for each of them, since
 * their values are not to be compared: the latest has the plain name, those before end in
 * {@code @2}, {@code @3} from the latest back.
 */
public final class OtavaCsv {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private OtavaCsv() {}

  /**
   * The table, lines ended by {@code \n}.
   *
   * @param series of one title those with the latest reading last
   */
  public static String write(List<PastSeries> series) {
    Map<String, PastSeries> columns = columns(series);
    TreeMap<RunMark, Map<String, Double>> rows =
        new TreeMap<>(Comparator.comparing(RunMark::startedAt).thenComparing(RunMark::id));
    columns.forEach(
        (name, column) -> {
          for (Reading reading : column.readings())
            rows.computeIfAbsent(reading.run(), any -> new HashMap<>()).put(name, reading.value());
        });
    StringBuilder table = new StringBuilder("time,commit");
    columns.keySet().forEach(name -> table.append(',').append(quoted(name)));
    table.append('\n');
    rows.forEach(
        (run, values) -> {
          table.append(TIME.format(run.startedAt())).append(',');
          table.append(run.commit().map(Commit::hash).orElse(""));
          for (String name : columns.keySet()) {
            Double value = values.get(name);
            table.append(',').append(value == null ? "" : value.toString());
          }
          table.append('\n');
        });
    return table.toString();
  }

  private static Map<String, PastSeries> columns(List<PastSeries> series) {
    Map<String, List<PastSeries>> byName = new TreeMap<>();
    for (PastSeries each : series)
      byName.computeIfAbsent(name(each), any -> new ArrayList<>()).add(each);
    Map<String, PastSeries> columns = new TreeMap<>();
    byName.forEach(
        (name, same) -> {
          for (int i = 0; i < same.size(); i++) {
            int age = same.size() - i;
            columns.put(age == 1 ? name : name + "@" + age, same.get(i));
          }
        });
    return columns;
  }

  private static String name(PastSeries series) {
    return series.key().caseId()
        + "/"
        + series.key().column().title()
        + "/"
        + series.key().metric().id();
  }

  /** As RFC 4180 has it; a name that begins like a formula would be run as one by spreadsheets. */
  private static String quoted(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", " ");
    String safe = plain.matches("[=+@-].*") ? "'" + plain : plain;
    return safe.matches("[^,\"]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
