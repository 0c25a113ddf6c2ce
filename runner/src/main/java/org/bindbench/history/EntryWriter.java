package org.bindbench.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.pairing.Fingerprint;
import org.bindbench.analysis.past.PastFigure;
import org.bindbench.analysis.past.PastHeadline;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.analysis.past.SeriesKey;

/** Writes a run with its figures, inside the caller's transaction. */
final class EntryWriter {
  private final Connection connection;
  private final Map<Fingerprint, Integer> fingerprints = new HashMap<>();

  EntryWriter(Connection connection) {
    this.connection = connection;
  }

  /** Whether the run was new; one that is there already stays as it is. */
  boolean write(RunEntry entry) throws SQLException {
    Optional<Integer> run = RunRows.insert(connection, entry.run());
    if (run.isEmpty()) return false;
    figures(run.get(), entry.run().startedAt().toEpochMilli(), entry.figures());
    headlines(run.get(), entry.headlines());
    return true;
  }

  private void figures(int run, long startedAt, List<PastFigure> figures) throws SQLException {
    try (PreparedStatement find =
            connection.prepareStatement(
                """
                SELECT id FROM series WHERE case_id = ? AND engine = ? AND style = ? AND setup = ?
                  AND metric = ? AND unit = ? AND fingerprint = ?
                """);
        PreparedStatement add =
            connection.prepareStatement(
                """
                INSERT INTO series (case_id, engine, style, setup, metric, unit, fingerprint,
                  direction, reported, control)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                """);
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO figures (series, started_at, run, value, low, high, confidence, forks,
                  caveats)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
      for (PastFigure figure : figures) {
        insert.setInt(1, series(find, add, figure));
        insert.setLong(2, startedAt);
        insert.setInt(3, run);
        insert.setDouble(4, figure.value());
        interval(insert, figure.estimate());
        insert.setBytes(8, forks(figure.forkValues()));
        insert.setString(9, String.join("\n", figure.caveats()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void interval(PreparedStatement insert, Optional<Estimate> estimate)
      throws SQLException {
    if (estimate.isEmpty()) {
      for (int column = 5; column <= 7; column++) insert.setNull(column, Types.REAL);
      return;
    }
    insert.setDouble(5, estimate.get().low());
    insert.setDouble(6, estimate.get().high());
    insert.setDouble(7, estimate.get().level());
  }

  private int series(PreparedStatement find, PreparedStatement add, PastFigure figure)
      throws SQLException {
    int fingerprint = fingerprint(figure.fingerprint());
    name(find, figure.key(), fingerprint);
    try (ResultSet row = find.executeQuery()) {
      if (row.next()) return row.getInt(1);
    }
    name(add, figure.key(), fingerprint);
    add.setString(8, figure.key().metric().direction().name());
    add.setInt(9, figure.key().metric().reported() ? 1 : 0);
    add.setInt(10, figure.key().control() ? 1 : 0);
    return id(add);
  }

  private static void name(PreparedStatement statement, SeriesKey key, int fingerprint)
      throws SQLException {
    statement.setString(1, key.caseId());
    statement.setString(2, key.column().engine());
    statement.setString(3, key.column().style().name());
    statement.setString(4, key.column().setup());
    statement.setString(5, key.metric().id());
    statement.setString(6, key.metric().unit());
    statement.setInt(7, fingerprint);
  }

  private int fingerprint(Fingerprint fingerprint) throws SQLException {
    Integer known = fingerprints.get(fingerprint);
    if (known != null) return known;
    String digest = digest(fingerprint);
    int id;
    try (PreparedStatement find =
        connection.prepareStatement("SELECT id FROM fingerprints WHERE digest = ?")) {
      find.setString(1, digest);
      try (ResultSet row = find.executeQuery()) {
        id = row.next() ? row.getInt(1) : newFingerprint(digest, fingerprint);
      }
    }
    fingerprints.put(fingerprint, id);
    return id;
  }

  private int newFingerprint(String digest, Fingerprint fingerprint) throws SQLException {
    int id;
    try (PreparedStatement add =
        connection.prepareStatement("INSERT INTO fingerprints (digest) VALUES (?) RETURNING id")) {
      add.setString(1, digest);
      id = id(add);
    }
    try (PreparedStatement fact =
        connection.prepareStatement(
            "INSERT INTO facts (fingerprint, position, name, value) VALUES (?, ?, ?, ?)")) {
      int position = 0;
      for (Map.Entry<String, String> each : fingerprint.facts().entrySet()) {
        fact.setInt(1, id);
        fact.setInt(2, position++);
        fact.setString(3, each.getKey());
        fact.setString(4, each.getValue());
        fact.addBatch();
      }
      fact.executeBatch();
    }
    return id;
  }

  private static int id(PreparedStatement returning) throws SQLException {
    try (ResultSet row = returning.executeQuery()) {
      if (!row.next()) throw new SQLException("SQLite returned no id");
      return row.getInt(1);
    }
  }

  private void headlines(int run, List<PastHeadline> headlines) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO headlines (run, language, name, engine, style, setup, unit, value, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (PastHeadline headline : headlines) {
        insert.setInt(1, run);
        insert.setString(2, headline.language().name());
        insert.setString(3, headline.name());
        insert.setString(4, headline.column().engine());
        insert.setString(5, headline.column().style().name());
        insert.setString(6, headline.column().setup());
        insert.setString(7, headline.unit());
        if (headline.value().isPresent()) insert.setDouble(8, headline.value().get());
        else insert.setNull(8, Types.REAL);
        insert.setString(9, headline.reason());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static byte[] forks(List<Double> values) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.size());
    values.forEach(bytes::putDouble);
    return bytes.array();
  }

  /** The same facts have the same digest in every history. */
  static String digest(Fingerprint fingerprint) {
    StringBuilder text = new StringBuilder();
    fingerprint
        .facts()
        .forEach(
            (name, value) ->
                text.append(name.length())
                    .append(':')
                    .append(name)
                    .append(value.length())
                    .append(':')
                    .append(value));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
