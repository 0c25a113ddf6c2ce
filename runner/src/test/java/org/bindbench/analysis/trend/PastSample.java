package org.bindbench.analysis.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.pairing.Fingerprint;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.analysis.past.SeriesKey;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.history.Commit;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Series of past runs, a run every 6 hours, each of its own commit. */
public final class PastSample {
  public static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");

  private PastSample() {}

  /** A series with these values. */
  public static PastSeries of(Metric metric, double... values) {
    return of("memory_management.object_creation", metric, Map.of("cores", "2"), values);
  }

  public static PastSeries of(
      String caseId, Metric metric, Map<String, String> circumstances, double... values) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < values.length; i++) readings.add(new Reading(mark(i), values[i]));
    return new PastSeries(
        new SeriesKey(caseId, new Column("luaj", BindingStyle.HAND), metric, false),
        new Fingerprint(circumstances),
        readings);
  }

  /** The mark of the i-th run. */
  public static RunMark mark(int i) {
    return new RunMark(
        "run-" + i,
        BEGIN.plus(Duration.ofHours(6L * i)),
        Optional.of(
            new Commit(
                String.format("%08x", 0x10000000 + i).repeat(5), "main", Commit.Tree.CLEAN)));
  }

  /** Values around one level. */
  public static double[] noise(long seed, int count, double level, double cv) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) values[i] = level * Math.exp(cv * random.nextGaussian());
    return values;
  }

  /** A series of rates with these values. */
  public static PastSeries rates(double... values) {
    return of(Metrics.rate("objects"), values);
  }
}
