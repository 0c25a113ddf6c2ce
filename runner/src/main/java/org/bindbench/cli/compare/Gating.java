package org.bindbench.cli.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.config.ChangeGate;
import org.bindbench.config.GateLimits;
import org.bindbench.config.Settings;
import org.bindbench.model.comparison.ComparisonPlan;

/** What settings say of gates, in the words of the analysis. */
public final class Gating {
  private Gating() {}

  /** The gate of each metric: that of the settings, or the metric's usual one. */
  public static Function<Subject, Gate> gates(Settings settings) {
    Map<String, ChangeGate> set = settings.gates();
    return subject ->
        Optional.ofNullable(set.get(subject.metric().id()))
            .map(Gating::gate)
            .orElseGet(() -> Gates.of(subject.metric()));
  }

  private static Gate gate(ChangeGate gate) {
    return new Gate(gate.least(), gate.minor(), gate.major(), gate.critical(), gate.floor());
  }

  /**
   * What fails a comparison.
   *
   * @param usual where the settings do not say what a worsening does: the usual gates where a
   *     worsening is a fault, nothing where it is the answer to a question
   */
  public static GateRules rules(Settings settings, FailOn usual) {
    GateLimits limits = settings.gateLimits();
    return new GateRules(
        failOn(settings, usual),
        limits.critical(),
        limits.major(),
        limits.regressed(),
        limits.inconclusiveFails(),
        limits.missingFails());
  }

  /** What a worsening does where nothing is said: between versions it is a fault. */
  static FailOn usual(ComparisonPlan sides) {
    return sides.versions() ? FailOn.GATES : FailOn.NEVER;
  }

  /** What a worsening does by the settings; the usual where they do not say. */
  public static FailOn failOn(Settings settings, FailOn usual) {
    return settings.failOn().flatMap(FailOn::of).orElse(usual);
  }

  /** The figures of a run that missed a threshold which fails, in words. */
  static List<String> missed(RunAnalysis analysis) {
    return missed(analysis, any -> true);
  }

  /** Those of them that are among the chosen checks. */
  public static List<String> missed(RunAnalysis analysis, Predicate<RangeCheck> chosen) {
    return analysis.checks().stream()
        .filter(RangeCheck::fails)
        .filter(chosen)
        .map(
            check ->
                "%s: %s%s, expected %s"
                    .formatted(check.subject(), check.what(), check.figure(), check.expected()))
        .toList();
  }
}
