package org.bindbench.analysis.selfcheck;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.model.metric.Metrics;

/** Findings as tests need them. */
final class Findings {
  private Findings() {}

  /** One whose sides each have that coefficient of variation. */
  static Finding of(double planted, double spread, Verdict verdict, String... words) {
    List<Double> forks = List.of(100 * (1 - spread), 100.0, 100 * (1 + spread));
    return new Finding(
        "s.c · luaj",
        Metrics.rate("calls"),
        planted,
        0,
        new Sides(forks, forks),
        Optional.empty(),
        verdict,
        Optional.empty(),
        0.08,
        "",
        List.of(words));
  }

  static CheckedRun run(double planted, Finding... findings) {
    return new CheckedRun(1, planted, 8, Instant.EPOCH, Duration.ofMinutes(5), List.of(findings));
  }
}
