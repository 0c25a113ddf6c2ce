package org.bindbench.history;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.pairing.Fingerprint;
import org.bindbench.analysis.past.PastFigure;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.analysis.past.SeriesKey;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.metric.Metrics;

/**
 * Makes a large history: of 5 cases on 5 engines rates and bytes. Rates are noise of 3 % with some
 * steps, bytes are exact with some steps.
 */
public final class HistoryGenerator {
  private static final int SERIES = 50;
  private static final Map<String, String> FACTS = new LinkedHashMap<>();

  static {
    for (String fact : List.of("CPU", "cores", "memory", "OS", "JVM", "collector", "effort"))
      FACTS.put(fact, "a value of this fact as it is recorded");
  }

  private HistoryGenerator() {}

  /** Takes the file, the number of runs, and the days they are spread over, back from now. */
  public static void main(String[] arguments) {
    generate(
        HistoryTest.at(Path.of(arguments[0])),
        Integer.parseInt(arguments[1]),
        Duration.ofDays(Integer.parseInt(arguments[2])),
        Instant.now());
  }

  static void generate(History history, int runs, Duration span, Instant until) {
    Random random = new Random(1);
    double[] levels = new double[SERIES];
    for (int k = 0; k < SERIES; k++) levels[k] = k % 2 == 0 ? 1e6 * (k + 1) : 16.0 * (k + 1);
    long[] nanos = new long[runs];
    for (int i = 0; i < runs; i++) {
      for (int k = 0; k < SERIES; k++)
        if (random.nextInt(3000) == 0) levels[k] *= random.nextBoolean() ? 1.12 : 1 / 1.12;
      Instant at = until.minus(span).plus(span.multipliedBy(i + 1).dividedBy(runs + 1));
      RunEntry entry = entry(i, at, levels, random);
      long start = System.nanoTime();
      history.add(entry);
      nanos[i] = System.nanoTime() - start;
    }
    java.util.Arrays.sort(nanos, Math.max(0, runs - 1000), runs);
    System.out.printf(
        "%d runs; of the last 1000 a run took %.1f ms in the middle, %.1f ms at P99, %.1f ms at most%n",
        runs,
        nanos[Math.max(0, runs - 500)] / 1e6,
        nanos[Math.max(0, runs - 10)] / 1e6,
        nanos[runs - 1] / 1e6);
  }

  private static RunEntry entry(int i, Instant at, double[] levels, Random random) {
    List<PastFigure> figures = new ArrayList<>();
    for (int k = 0; k < SERIES; k++) {
      double value = k % 2 == 0 ? levels[k] * Math.exp(0.03 * random.nextGaussian()) : levels[k];
      figures.add(
          new PastFigure(
              new SeriesKey(
                  "memory_management.case_" + k / 10,
                  new Column("engine_" + k / 2 % 5, BindingStyle.OWN),
                  k % 2 == 0 ? Metrics.rate("objects") : Metrics.RETAINED_BYTES,
                  false),
              new Fingerprint(FACTS),
              List.of(value, value, value, value, value),
              value,
              Optional.of(new Estimate(value, 0.97 * value, 1.03 * value, 0.95)),
              List.of()));
    }
    return new RunEntry(
        Entries.run("run-" + String.format("%06d", i), at, i / 3), figures, List.of());
  }
}
