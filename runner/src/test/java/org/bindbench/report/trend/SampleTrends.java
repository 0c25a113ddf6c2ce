package org.bindbench.report.trend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.trend.Detection;
import org.bindbench.analysis.trend.Overview;
import org.bindbench.analysis.trend.PastSample;
import org.bindbench.analysis.trend.Trend;
import org.bindbench.analysis.trend.TrendJudge;
import org.bindbench.model.metric.Metrics;
import org.bindbench.report.SampleRuns;

/** Trends with one of everything that can be said of a series. */
public final class SampleTrends {
  private SampleTrends() {}

  /** A step, a drift, a last run that stands out, other circumstances, and too few runs. */
  public static Overview rich() {
    double[] stepped = PastSample.noise(1, 60, 58e6, 0.01);
    for (int i = 40; i < 60; i++) stepped[i] *= 0.8;
    double[] drifting = PastSample.noise(2, 100, 72, 0.004);
    for (int i = 0; i < 100; i++) drifting[i] *= 1 + 0.12 * i / 99;
    double[] last = PastSample.noise(3, 40, 12e6, 0.01);
    last[39] *= 0.7;
    Map<String, String> other = Map.of("cores", "4");
    return overview(
        PastSample.rates(stepped),
        PastSample.of("memory_management.object_creation", Metrics.rate("objects"), other, last),
        PastSample.of(
            "memory_management.memory_per_object", Metrics.RETAINED_BYTES, other, drifting),
        PastSample.of("memory_management.growth", Metrics.GROWTH_PER_CYCLE, other, new double[30]),
        PastSample.of(
            "memory_management.new", Metrics.rate("calls"), other, PastSample.noise(4, 5, 3, 0.1)));
  }

  /** A case whose name tries everything a terminal could fall for. */
  public static Overview hostile() {
    return overview(
        PastSample.of(
            "evil." + SampleRuns.HOSTILE,
            Metrics.rate("calls"),
            Map.of(SampleRuns.HOSTILE, SampleRuns.HOSTILE),
            PastSample.noise(5, 20, 3e6, 0.01)));
  }

  /** More series than are all shown, one of them with a change. */
  public static Overview many() {
    double[] stepped = PastSample.noise(6, 40, 5e6, 0.01);
    for (int i = 20; i < 40; i++) stepped[i] *= 1.5;
    return overview(
        Stream.concat(
                Stream.of(PastSample.rates(stepped)),
                Stream.iterate(0, i -> i + 1)
                    .limit(TrendConsole.ALL_SHOWN)
                    .map(
                        i ->
                            PastSample.of(
                                "memory_management.quiet_" + i,
                                Metrics.RETAINED_BYTES,
                                Map.of(),
                                PastSample.noise(0, 20, 72, 0))))
            .toArray(PastSeries[]::new));
  }

  private static Overview overview(PastSeries... series) {
    TrendJudge judge = new TrendJudge(Detection.USUAL, 2);
    List<Trend> trends = Stream.of(series).map(judge::judge).toList();
    return new Overview(
        "reports/history.db",
        PastSample.BEGIN,
        Instant.parse("2026-10-01T00:00:00Z"),
        100,
        2,
        2,
        trends);
  }
}
