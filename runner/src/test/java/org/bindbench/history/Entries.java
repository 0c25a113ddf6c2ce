package org.bindbench.history;

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
import org.bindbench.analysis.past.PastHeadline;
import org.bindbench.analysis.past.PastRun;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.analysis.past.SeriesKey;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Language;
import org.bindbench.model.history.Commit;
import org.bindbench.model.metric.Metrics;

/** Runs as a history keeps them. */
public final class Entries {
  public static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

  private Entries() {}

  /** The i-th run of a source, an hour after the one before, with so many figures. */
  public static RunEntry entry(String source, int i, int figures) {
    return entry(source + "-" + i, BEGIN.plus(Duration.ofHours(i)), i, figures, "2 cores");
  }

  /** A run with figures that go by its number alone. */
  public static RunEntry entry(
      String id, Instant startedAt, int i, int figures, String circumstances) {
    Random random = new Random(i);
    List<PastFigure> all = new ArrayList<>();
    for (int k = 0; k < figures; k++) {
      double value = 1e6 * (k + 1) * Math.exp(0.02 * random.nextGaussian());
      all.add(
          new PastFigure(
              new SeriesKey(
                  "memory_management.case_" + k / 5,
                  new Column(k % 2 == 0 ? "luaj" : "graalpy", BindingStyle.OWN),
                  Metrics.rate("objects_" + k % 5),
                  false),
              fingerprint(circumstances),
              List.of(value * 0.99, value, value * 1.01),
              value,
              Optional.of(new Estimate(value, value * 0.97, value * 1.03, 0.95)),
              k % 7 == 0 ? List.of("unsteady", "shared JVM") : List.of()));
    }
    return new RunEntry(run(id, startedAt, i), all, headlines(i));
  }

  static PastRun run(String id, Instant startedAt, int i) {
    return new PastRun(
        id,
        startedAt,
        "all --seed " + i,
        "quick",
        "0.1.0",
        "Temurin 25.0.3",
        i,
        Optional.of(new Commit(String.format("%040x", 0x1000 + i), "main", Commit.Tree.CLEAN)),
        Optional.empty());
  }

  private static List<PastHeadline> headlines(int i) {
    return List.of(
        new PastHeadline(
            Language.LUA,
            new Column("luaj", BindingStyle.HAND),
            "method_call_rate",
            "calls/s",
            Optional.of(1e7 + i),
            ""),
        new PastHeadline(
            Language.LUA,
            new Column("luaj", BindingStyle.HAND),
            "object_creation_rate",
            "objects/s",
            Optional.empty(),
            "inlined"));
  }

  static Fingerprint fingerprint(String cores) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("CPU", "Test 9000");
    facts.put("cores", cores);
    facts.put("JVM", "Temurin 25.0.3");
    return new Fingerprint(facts);
  }
}
