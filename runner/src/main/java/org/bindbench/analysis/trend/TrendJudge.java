package org.bindbench.analysis.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.model.metric.Direction;

/**
 * Judges one series: its changes, its drift and the runs that stand out. Values that are all
 * positive are judged on their logarithms, so that a doubling and a halving weigh the same.
 */
public final class TrendJudge {
  /** Deviations from which on a run stands out where nothing else is said. */
  public static final double USUAL_SENSITIVITY = 2.0;

  /** Fewest runs of a level for anomalies in it. */
  static final int FEWEST_OF_LEVEL = 8;

  private static final double MILLIS_PER_DAY = 86_400_000.0;
  private static final long SEED = 20140611;

  private final Detection rule;
  private final double sensitivity;

  /**
   * A judge.
   *
   * @param sensitivity robust deviations from the median of its level from which on a run stands
   *     out: less is more sensitive
   */
  public TrendJudge(Detection rule, double sensitivity) {
    if (!(sensitivity > 0))
      throw new IllegalArgumentException("sensitivity must be above 0, but is " + sensitivity);
    this.rule = rule;
    this.sensitivity = sensitivity;
  }

  /** What is to be said of the series. The same readings always have the same trend. */
  public Trend judge(PastSeries series) {
    int n = series.readings().size();
    if (n < Detection.FEWEST_READINGS)
      return new Trend(
          series,
          List.of(),
          List.of(),
          0,
          0,
          Optional.empty(),
          "fewer than " + Detection.FEWEST_READINGS + " runs: no trend");
    double[] values = series.readings().stream().mapToDouble(Reading::value).toArray();
    boolean relative = Summaries.allPositive(values);
    double[] scaled = relative ? Summaries.logarithms(values) : values;
    double[] filtered = Hampel.filtered(scaled);
    List<EDivisive.Cut> cuts =
        new EDivisive(filtered, scaled, relative ? TrendJudge::share : TrendJudge::raw, rule, SEED)
            .cuts();
    List<Integer> places = cuts.stream().map(EDivisive.Cut::index).toList();
    List<Anomaly> anomalies = new ArrayList<>();
    int judged = 0;
    for (int i = 0; i <= places.size(); i++) {
      int from = i == 0 ? 0 : places.get(i - 1);
      int to = i < places.size() ? places.get(i) : n;
      if (to - from < FEWEST_OF_LEVEL) continue;
      judged += to - from;
      anomalies.addAll(anomalies(series, scaled, relative, from, to));
    }
    return new Trend(
        series,
        changes(series, cuts, filtered, relative),
        anomalies,
        judged,
        judged * 2 * NormalDistribution.of(0, 1).survivalProbability(sensitivity),
        drift(series, scaled, relative, places),
        "");
  }

  private static double share(double logBefore, double logAfter) {
    return Math.expm1(Math.abs(logAfter - logBefore));
  }

  private static double raw(double before, double after) {
    double larger = Math.max(Math.abs(before), Math.abs(after));
    return larger > 0 ? Math.abs(after - before) / larger : 0;
  }

  private List<Anomaly> anomalies(
      PastSeries series, double[] scaled, boolean relative, int from, int to) {
    RobustScale level = RobustScale.of(Arrays.copyOfRange(scaled, from, to));
    double usual = relative ? Math.exp(level.median()) : level.median();
    return IntStream.range(from, to)
        .filter(i -> Math.abs(level.score(scaled[i])) > sensitivity)
        .mapToObj(
            i -> {
              double score = level.score(scaled[i]);
              return new Anomaly(
                  i,
                  series.readings().get(i),
                  usual,
                  score,
                  Effect.of(direction(series), score > 0));
            })
        .toList();
  }

  private static List<ChangePoint> changes(
      PastSeries series, List<EDivisive.Cut> cuts, double[] filtered, boolean relative) {
    List<ChangePoint> changes = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      int at = cuts.get(i).index();
      double[] before = Arrays.copyOfRange(filtered, i == 0 ? 0 : cuts.get(i - 1).index(), at);
      double[] after =
          Arrays.copyOfRange(
              filtered, at, i + 1 < cuts.size() ? cuts.get(i + 1).index() : filtered.length);
      LevelShift shift = LevelShift.of(before, after);
      changes.add(
          new ChangePoint(
              at,
              series.readings().get(at - 1).run(),
              series.readings().get(at).run(),
              relative ? Math.exp(shift.before()) : shift.before(),
              relative ? Math.exp(shift.after()) : shift.after(),
              relative ? shares(shift.difference()) : shift.difference(),
              relative,
              cuts.get(i).pValue(),
              Effect.of(direction(series), shift.difference().value() > 0)));
    }
    return changes;
  }

  private Optional<Drift> drift(
      PastSeries series, double[] scaled, boolean relative, List<Integer> places) {
    double begin = series.readings().get(0).run().startedAt().toEpochMilli();
    double[] days =
        series.readings().stream()
            .mapToDouble(
                reading -> (reading.run().startedAt().toEpochMilli() - begin) / MILLIS_PER_DAY)
            .toArray();
    double span = days[days.length - 1];
    double spread = relative ? 0 : RobustScale.of(scaled.clone()).deviation();
    Slope slope = new Slope(days, scaled);
    return slope
        .perDay(places)
        .map(
            perDay ->
                new Estimate(
                    perDay.value() * span,
                    perDay.low() * span,
                    perDay.high() * span,
                    perDay.level()))
        .map(
            whole ->
                new Drift(
                    relative ? shares(whole) : whole,
                    relative,
                    slope.span(),
                    Math.abs(relative ? Math.expm1(whole.value()) : whole.value())
                        >= (relative ? rule.leastMagnitude() : 2 * spread),
                    Effect.of(direction(series), whole.value() > 0)));
  }

  private static Estimate shares(Estimate logs) {
    return new Estimate(
        Math.expm1(logs.value()), Math.expm1(logs.low()), Math.expm1(logs.high()), logs.level());
  }

  private static Direction direction(PastSeries series) {
    return series.key().metric().direction();
  }
}
