package org.bindbench.cli.compare;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.pairing.FailOn;
import org.bindbench.config.ChangeGate;
import org.bindbench.config.Settings;

/** What settings say of gates, in the words of the analysis. */
final class Gating {
  private Gating() {}

  /** The gate of each metric: that of the settings, or the metric's usual one. */
  static Function<Subject, Gate> gates(Settings settings) {
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
   * From which magnitude on a worsening fails.
   *
   * @param isGate whether both sides are versions of the same thing, measured next to each other; a
   *     worsening is then a fault, and not the answer to a question
   */
  static FailOn failOn(Settings settings, boolean isGate) {
    return settings
        .failOn()
        .flatMap(
            word ->
                Arrays.stream(FailOn.values())
                    .filter(each -> each.title().equals(word))
                    .findFirst())
        .orElse(isGate ? FailOn.MAJOR : FailOn.NEVER);
  }
}
