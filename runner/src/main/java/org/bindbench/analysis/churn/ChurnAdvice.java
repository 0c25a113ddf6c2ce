package org.bindbench.analysis.churn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.metric.ChurnReading;

/**
 * What to do about guests that come and go.
 *
 * @param finding what was measured, with its figures
 * @param advice what follows from it
 */
public record ChurnAdvice(String finding, String advice) {
  private static final MathContext TWO_DIGITS = new MathContext(2);
  private static final double GIBIBYTE = 1 << 30;

  /** Opening that takes so many times as long is worth a sentence. */
  private static final double MUCH_SLOWER = 1.5;

  /** What goes with the shared engine is its own where it is at least this share of all growth. */
  private static final double MOST_OF_IT = 0.5;

  private record Leak(ChurnRow row, ChurnFinding finding) {
    double perContext() {
      return finding.perContext().map(Estimate::value).orElse(Double.NaN);
    }

    /** A leak of so few bytes that 1 GiB lasts for a million contexts calls for nothing. */
    boolean matters() {
      return finding.reading().isCount() || perContext() >= GIBIBYTE / 1_000_000;
    }
  }

  /** Advice for each engine of these rows, in their order. */
  static List<ChurnAdvice> of(List<ChurnRow> rows) {
    Map<String, List<ChurnRow>> byEngine =
        rows.stream()
            .filter(row -> !row.isControl() && !row.findings().isEmpty())
            .collect(
                Collectors.groupingBy(
                    ChurnAdvice::engine, LinkedHashMap::new, Collectors.toList()));
    List<ChurnAdvice> all = new ArrayList<>();
    byEngine.forEach(
        (engine, ofEngine) -> {
          for (ChurnReading reading : ChurnReading.all())
            leaks(engine, reading, ofEngine).ifPresent(all::add);
          late(engine, ofEngine).ifPresent(all::add);
          slowOpening(engine, ofEngine).ifPresent(all::add);
        });
    return all;
  }

  private static String engine(ChurnRow row) {
    Column column = row.result().column();
    return column.setup().isEmpty() ? column.engine() : column.engine() + ", " + column.setup();
  }

  private static Optional<ChurnAdvice> leaks(
      String engine, ChurnReading reading, List<ChurnRow> rows) {
    List<Leak> leaks =
        rows.stream()
            .flatMap(row -> row.finding(reading).map(found -> new Leak(row, found)).stream())
            .filter(leak -> leak.finding().isLeak() && leak.matters())
            .toList();
    if (leaks.isEmpty()) return Optional.empty();
    double least = leaks.stream().mapToDouble(Leak::perContext).min().orElseThrow();
    double most = leaks.stream().mapToDouble(Leak::perContext).max().orElseThrow();
    String grown =
        leaks.size() == 1
            ? quantity(most, reading)
            : quantity(least, reading) + " to " + quantity(most, reading);
    String finding =
        "%s keeps %s%s per context in %s"
            .formatted(
                engine,
                grown,
                reading.isCount() ? "" : " of " + reading.title(),
                places(leaks, rows));
    return Optional.of(new ChurnAdvice(finding, advice(reading, leaks, rows, most)));
  }

  /** In which rows; "every case" where that is so. */
  private static String places(List<Leak> leaks, List<ChurnRow> rows) {
    if (leaks.size() == rows.size() && rows.size() > 1) return "every case";
    return leaks.stream().map(leak -> leak.row().place()).distinct().collect(joined());
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private static String advice(
      ChurnReading reading, List<Leak> leaks, List<ChurnRow> rows, double most) {
    String lasts =
        reading.isCount()
            ? ""
            : "; at that rate 1 GiB lasts for about %s contexts"
                .formatted(
                    String.format(
                        Locale.ROOT,
                        "%,d",
                        new BigDecimal(GIBIBYTE / most).round(TWO_DIGITS).longValue()));
    boolean shared = leaks.stream().anyMatch(leak -> leak.row().shares(EngineSharing.SHARED));
    boolean own = leaks.stream().anyMatch(leak -> leak.row().shares(EngineSharing.OWN));
    if (shared && !own && isClean(reading, EngineSharing.OWN, rows))
      return "it is the shared engine that keeps it" + withEngine(leaks) + lasts;
    if (own && !shared && isClean(reading, EngineSharing.SHARED, rows))
      return "let the contexts share one engine, on which it is no leak" + lasts;
    return "keep contexts open and use them again instead of opening one per task" + lasts;
  }

  /** Whether there are rows of that sharing, and the reading is a leak in none of them. */
  private static boolean isClean(ChurnReading reading, EngineSharing sharing, List<ChurnRow> rows) {
    List<ChurnFinding> others =
        rows.stream()
            .filter(row -> row.shares(sharing))
            .flatMap(row -> row.finding(reading).stream())
            .toList();
    return !others.isEmpty()
        && others.stream().allMatch(other -> other.verdict() == ChurnVerdict.NO_LEAK);
  }

  /** How much came back when the shared engine was closed, where that was read. */
  private static String withEngine(List<Leak> leaks) {
    ChurnFinding found = leaks.get(0).finding();
    if (found.closed().isEmpty() || !(found.total() > 0)) return "";
    double back = found.after() - found.closed().getAsDouble();
    if (back < MOST_OF_IT * found.total())
      return " (and when it was closed, most of that did not come back)";
    return ": close it now and then, and open another; when it was closed, %s of %s came back (%s)"
        .formatted(
            quantity(back, found.reading()),
            quantity(found.total(), found.reading()),
            leaks.get(0).row().place());
  }

  private static Optional<ChurnAdvice> late(String engine, List<ChurnRow> rows) {
    List<ChurnRow> late =
        rows.stream()
            .filter(
                row -> row.finding(ChurnReading.THREADS).filter(ChurnFinding::isLate).isPresent())
            .toList();
    if (late.isEmpty()) return Optional.empty();
    ChurnFinding first = late.get(0).finding(ChurnReading.THREADS).orElseThrow();
    return Optional.of(
        new ChurnAdvice(
            "%s: %.0f threads more lived after %d contexts of %s, and none of them some seconds later"
                .formatted(
                    engine,
                    first.total(),
                    late.get(0).contexts(),
                    late.stream().map(ChurnRow::place).distinct().collect(joined())),
            "they end late, not never: leave room for the threads of as many contexts as are"
                + " closed within some seconds"));
  }

  private static Optional<ChurnAdvice> slowOpening(String engine, List<ChurnRow> rows) {
    for (ChurnRow own : rows) {
      if (!own.shares(EngineSharing.OWN) || own.openMillis().isEmpty()) continue;
      Optional<ChurnRow> shared =
          rows.stream()
              .filter(row -> row.shares(EngineSharing.SHARED) && row.openMillis().isPresent())
              .filter(row -> row.result().id().name().equals(own.result().id().name()))
              .findFirst();
      if (shared.isEmpty()) continue;
      double slow = own.openMillis().getAsDouble();
      double fast = shared.get().openMillis().getAsDouble();
      if (!(slow >= MUCH_SLOWER * fast)) continue;
      return Optional.of(
          new ChurnAdvice(
              "%s: %s takes %s to open with an engine per context, and %s on a shared engine"
                  .formatted(
                      engine,
                      own.result().id().name(),
                      Figures.quantity(slow, "ms"),
                      Figures.quantity(fast, "ms")),
              "share an engine where contexts are opened often"));
    }
    return Optional.empty();
  }

  private static String quantity(double value, ChurnReading reading) {
    return Figures.quantity(value, reading.unit());
  }
}
