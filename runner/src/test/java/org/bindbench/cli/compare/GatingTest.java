package org.bindbench.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Gates;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.config.Settings;
import org.bindbench.config.Sources;
import org.bindbench.config.Vocabulary;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class GatingTest {
  @Test
  void theDefaultSettingsAreTheGatesOfTheAnalysis() {
    for (Metric metric :
        List.of(
            Metrics.rate("calls"),
            Metrics.ALLOCATED_BYTES,
            Metrics.RETAINED_BYTES,
            Metrics.CLEANUP_EFFICIENCY))
      assertThat(Gating.gates(Settings.defaults()).apply(subject(metric)))
          .as(metric.id())
          .isEqualTo(Gates.of(metric));
  }

  @Test
  void settingsChangeAGate() {
    assertThat(Gating.gates(set("gates.rate.least=0.1")).apply(subject(Metrics.rate("calls"))))
        .isEqualTo(new Gate(0.1, 0.2, 0.5, 1, 0));
  }

  @Test
  void whatFailsIsWhatIsUsualForTheCommandUnlessTheSettingsSayIt() {
    assertThat(Gating.rules(Settings.defaults(), FailOn.GATES)).isEqualTo(GateRules.USUAL);
    assertThat(Gating.rules(Settings.defaults(), FailOn.NEVER).blocks()).isFalse();
    assertThat(Gating.rules(set("gates.fail_on=slight"), FailOn.NEVER).failOn())
        .isEqualTo(FailOn.SLIGHT);
    assertThat(Gating.rules(set("gates.fail_on=never"), FailOn.GATES).blocks()).isFalse();
  }

  @Test
  void settingsChangeWhatTheGatesAllow() {
    assertThat(
            Gating.rules(
                set(
                    "gates={most_critical: 1, most_major: 2, most_regressed: 0.1, missing: fail,"
                        + " inconclusive: fail}"),
                FailOn.GATES))
        .isEqualTo(new GateRules(FailOn.GATES, 1, 2, 0.1, true, true));
  }

  private static Settings set(String assignment) {
    return new Sources(Optional.empty(), List.of(assignment), List.of())
        .settings(new Vocabulary(List.of(), List.of()));
  }

  private static Subject subject(Metric metric) {
    Column column = new Column("luaj", BindingStyle.OWN);
    return new Subject(new CaseId("s", "c", java.util.Map.of()), column, column, metric);
  }
}
