package org.bindbench.report.trend;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.analysis.trend.Anomaly;
import org.bindbench.analysis.trend.ChangePoint;
import org.bindbench.analysis.trend.Drift;
import org.bindbench.analysis.trend.Effect;
import org.bindbench.analysis.trend.Trend;
import org.bindbench.model.metric.Metric;

/** What is said of a trend in words. Texts are raw. */
final class TrendWords {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private TrendWords() {}

  /** What the row of a table says: the last change, a drift, a last run that stands out. */
  static String finding(Trend trend) {
    List<String> parts = new ArrayList<>();
    List<ChangePoint> changes = trend.changes();
    if (!changes.isEmpty()) {
      ChangePoint last = changes.get(changes.size() - 1);
      String word = changes.size() == 1 ? "" : changes.size() + " changes, last ";
      parts.add(word + amount(last, trend) + effect(last.effect()));
    }
    if (trend.drifts())
      trend.drift().ifPresent(drift -> parts.add("drifts " + amount(drift, trend)));
    trend
        .lastRunStandsOut()
        .ifPresent(last -> parts.add("last run stands out" + effect(last.effect())));
    return parts.isEmpty() ? "no change seen" : String.join("; ", parts);
  }

  /** Everything that is to be known of a change. */
  static String change(ChangePoint change, Trend trend) {
    Metric metric = trend.series().key().metric();
    return Figures.quantity(change.before(), metric.unit())
        + " → "
        + Figures.quantity(change.after(), metric.unit())
        + ", "
        + amount(change, trend)
        + interval(change.change(), change.relative(), metric)
        + effect(change.effect())
        + ", p "
        + probability(change.pValue())
        + ", "
        + place(change);
  }

  private static String place(ChangePoint change) {
    if (change.isWithinOneCommit())
      return "within one commit, "
          + change.first().title()
          + ", from the run of "
          + time(change.first().startedAt())
          + " on: not a change of what is committed";
    return "at " + mark(change.first()) + ", the first run after " + mark(change.last());
  }

  private static String mark(RunMark run) {
    return run.title() + " (" + time(run.startedAt()) + ")";
  }

  /** The drift with its interval. */
  static String drift(Drift drift, Trend trend) {
    Metric metric = trend.series().key().metric();
    return amount(drift, trend)
        + interval(drift.change(), drift.relative(), metric)
        + " over "
        + span(drift.span())
        + effect(drift.effect());
  }

  /** How many runs stand out, beside how many would of noise. */
  static String anomalies(Trend trend, double sensitivity) {
    int count = trend.anomalies().size();
    return String.format(
        Locale.ROOT,
        "%d of %d runs further than %s robust deviations from their level; of normal noise %.1f would be",
        count,
        trend.judged(),
        plain(sensitivity),
        trend.expectedAnomalies());
  }

  /** One run that stands out. */
  static String anomaly(Anomaly anomaly, Trend trend) {
    String unit = trend.series().key().metric().unit();
    return String.format(
        Locale.ROOT,
        "%s: %s where %s is usual, %s deviations%s",
        mark(anomaly.reading().run()),
        Figures.quantity(anomaly.reading().value(), unit),
        Figures.quantity(anomaly.usual(), unit),
        (anomaly.score() < 0 ? "−" : "+")
            + String.format(Locale.ROOT, "%.1f", Math.abs(anomaly.score())),
        effect(anomaly.effect()));
  }

  private static String amount(ChangePoint change, Trend trend) {
    return amount(change.change().value(), change.relative(), trend.series().key().metric());
  }

  private static String amount(Drift drift, Trend trend) {
    return amount(drift.change().value(), drift.relative(), trend.series().key().metric());
  }

  private static String amount(double value, boolean relative, Metric metric) {
    if (relative) return signed(value) + " %";
    return (value > 0 ? "+" : "") + Figures.quantity(value, metric.unit());
  }

  private static String interval(Estimate change, boolean relative, Metric metric) {
    if (change.low() == change.high()) return "";
    return relative
        ? " [" + signed(change.low()) + ", " + signed(change.high()) + "]"
        : " ["
            + Figures.quantity(change.low(), metric.unit())
            + ", "
            + Figures.quantity(change.high(), metric.unit())
            + "]";
  }

  private static String effect(Effect effect) {
    return effect == Effect.OTHER ? "" : " (" + effect.title() + ")";
  }

  private static String signed(double share) {
    double percent = 100 * share;
    double size = Math.abs(percent);
    String text = String.format(Locale.ROOT, size < 10 ? "%.1f" : "%.0f", size);
    boolean isZero = text.equals("0.0");
    return (isZero ? "" : percent < 0 ? "−" : "+") + text;
  }

  private static String probability(double p) {
    return p <= 0.001 ? "≤ 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  private static String span(Duration span) {
    if (span.toDays() >= 2) return span.toDays() + " days";
    if (span.toHours() >= 2) return span.toHours() + " hours";
    return Figures.duration(span);
  }

  /** {@code 2.5}, {@code 2}. */
  static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** To the minute, in UTC. */
  static String time(Instant time) {
    return MINUTE.format(time);
  }
}
