package org.bindbench.history;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.past.PastFigure;
import org.bindbench.analysis.past.PastHeadline;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Language;

/** Reads runs with all their figures. */
final class EntryReader {
  private EntryReader() {}

  /** Hands on one run after the other, oldest first, so that no more than one is in memory. */
  static void entries(Connection connection, Predicate<PastRun> wanted, Consumer<RunEntry> taker)
      throws SQLException {
    Map<Integer, SeriesRows.Named> series = SeriesRows.all(connection);
    try (PreparedStatement figures =
            connection.prepareStatement(
                """
                SELECT series, value, low, high, confidence, forks, caveats FROM figures
                WHERE run = ? ORDER BY series
                """);
        PreparedStatement headlines =
            connection.prepareStatement(
                """
                SELECT language, name, engine, style, setup, unit, value, reason FROM headlines
                WHERE run = ? ORDER BY language, name
                """)) {
      for (Map.Entry<Integer, PastRun> run : RunRows.all(connection, Instant.MIN).entrySet()) {
        if (!wanted.test(run.getValue())) continue;
        figures.setInt(1, run.getKey());
        headlines.setInt(1, run.getKey());
        taker.accept(new RunEntry(run.getValue(), figures(figures, series), headlines(headlines)));
      }
    }
  }

  private static List<PastFigure> figures(
      PreparedStatement select, Map<Integer, SeriesRows.Named> series) throws SQLException {
    List<PastFigure> figures = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        SeriesRows.Named named = series.get(row.getInt(1));
        if (named == null) throw new SQLException("a figure is of no series");
        String words = row.getString(7);
        figures.add(
            new PastFigure(
                named.key(),
                named.fingerprint(),
                forks(row.getBytes(6)),
                row.getDouble(2),
                estimate(row),
                words.isEmpty() ? List.of() : List.of(words.split("\n"))));
      }
    }
    return figures;
  }

  private static Optional<Estimate> estimate(ResultSet row) throws SQLException {
    double low = row.getDouble(3);
    if (row.wasNull()) return Optional.empty();
    return Optional.of(new Estimate(row.getDouble(2), low, row.getDouble(4), row.getDouble(5)));
  }

  private static List<Double> forks(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    List<Double> values = new ArrayList<>();
    while (buffer.remaining() >= Double.BYTES) values.add(buffer.getDouble());
    return values;
  }

  private static List<PastHeadline> headlines(PreparedStatement select) throws SQLException {
    List<PastHeadline> headlines = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        double value = row.getDouble(7);
        Optional<Double> figure = row.wasNull() ? Optional.empty() : Optional.of(value);
        headlines.add(
            new PastHeadline(
                Language.valueOf(row.getString(1)),
                new Column(
                    row.getString(3), BindingStyle.valueOf(row.getString(4)), row.getString(5)),
                row.getString(2),
                row.getString(6),
                figure,
                row.getString(8)));
      }
    }
    return headlines;
  }
}
