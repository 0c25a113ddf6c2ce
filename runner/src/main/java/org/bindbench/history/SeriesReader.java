package org.bindbench.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.analysis.past.SeriesKey;

/**
 * Reads the values of series over the runs that count.
 *
 * @param since when the first of these runs began at the earliest
 * @param runs those that count, by their row
 * @param wanted the series, by their row
 */
record SeriesReader(
    Instant since, Map<Integer, RunMark> runs, Map<Integer, SeriesRows.Named> wanted) {
  /** Looks up which runs and series there are. */
  static SeriesReader of(Connection connection, Instant since, Predicate<SeriesKey> wanted)
      throws SQLException {
    Map<Integer, SeriesRows.Named> series = SeriesRows.all(connection);
    series.values().removeIf(each -> !wanted.test(each.key()));
    return new SeriesReader(since, RunRows.marks(connection, since), series);
  }

  /**
   * The series of one of several equal parts that have a reading. Runs that were put in since the
   * runs were looked up have none.
   */
  List<PastSeries> part(Connection connection, int part, int parts) throws SQLException {
    List<PastSeries> found = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT run, value FROM figures WHERE series = ? AND started_at >= ?
            ORDER BY started_at, run
            """)) {
      int i = 0;
      for (Map.Entry<Integer, SeriesRows.Named> each : wanted.entrySet()) {
        if (i++ % parts != part) continue;
        select.setInt(1, each.getKey());
        select.setLong(2, RunRows.millis(since));
        List<Reading> readings = readings(select);
        if (!readings.isEmpty())
          found.add(new PastSeries(each.getValue().key(), each.getValue().fingerprint(), readings));
      }
    }
    return found;
  }

  private List<Reading> readings(PreparedStatement select) throws SQLException {
    List<Reading> readings = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        RunMark run = runs.get(row.getInt(1));
        if (run != null) readings.add(new Reading(run, row.getDouble(2)));
      }
    }
    return readings;
  }
}
