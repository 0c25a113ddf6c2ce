package org.bindbench.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.pairing.Fingerprint;
import org.bindbench.analysis.past.SeriesKey;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;

/** The tables of series and of the circumstances they were measured in. */
final class SeriesRows {
  /** What a row of the table names. */
  record Named(SeriesKey key, Fingerprint fingerprint) {}

  private SeriesRows() {}

  /** Every series by its row. */
  static Map<Integer, Named> all(Connection connection) throws SQLException {
    Map<Integer, Fingerprint> fingerprints = fingerprints(connection);
    Map<Integer, Named> series = new LinkedHashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT id, case_id, engine, style, setup, metric, unit, direction, reported,
                  control, fingerprint
                FROM series ORDER BY case_id, engine, style, setup, metric, unit, id
                """);
        ResultSet row = select.executeQuery()) {
      while (row.next())
        series.put(
            row.getInt(1),
            new Named(
                key(row), fingerprints.getOrDefault(row.getInt(11), new Fingerprint(Map.of()))));
    }
    return series;
  }

  private static SeriesKey key(ResultSet row) throws SQLException {
    return new SeriesKey(
        row.getString(2),
        new Column(row.getString(3), BindingStyle.valueOf(row.getString(4)), row.getString(5)),
        new Metric(
            row.getString(6),
            row.getString(7),
            Direction.valueOf(row.getString(8)),
            row.getInt(9) != 0),
        row.getInt(10) != 0);
  }

  private static Map<Integer, Fingerprint> fingerprints(Connection connection) throws SQLException {
    Map<Integer, Map<String, String>> facts = new HashMap<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT fingerprint, name, value FROM facts ORDER BY fingerprint, position");
        ResultSet row = select.executeQuery()) {
      while (row.next())
        facts
            .computeIfAbsent(row.getInt(1), any -> new LinkedHashMap<>())
            .put(row.getString(2), row.getString(3));
    }
    Map<Integer, Fingerprint> fingerprints = new HashMap<>();
    facts.forEach((id, of) -> fingerprints.put(id, new Fingerprint(of)));
    return fingerprints;
  }
}
