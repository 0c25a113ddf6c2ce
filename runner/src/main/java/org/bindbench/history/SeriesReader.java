package org.bindbench.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.analysis.past.SeriesKey;

/** Reads the values of series over the runs that count. */
final class SeriesReader {
  private SeriesReader() {}

  /** Hands on every series with a reading as soon as it is read. */
  static void series(
      Connection connection, Instant since, Predicate<SeriesKey> wanted, Consumer<PastSeries> taker)
      throws SQLException {
    Map<Integer, RunMark> runs = RunRows.marks(connection, since);
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT run, value FROM figures WHERE series = ? AND started_at >= ?
            ORDER BY started_at, run
            """)) {
      for (Map.Entry<Integer, SeriesRows.Named> each : SeriesRows.all(connection).entrySet()) {
        if (!wanted.test(each.getValue().key())) continue;
        select.setInt(1, each.getKey());
        select.setLong(2, RunRows.millis(since));
        List<Reading> readings = readings(select, runs);
        if (!readings.isEmpty())
          taker.accept(
              new PastSeries(each.getValue().key(), each.getValue().fingerprint(), readings));
      }
    }
  }

  private static List<Reading> readings(PreparedStatement select, Map<Integer, RunMark> runs)
      throws SQLException {
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
