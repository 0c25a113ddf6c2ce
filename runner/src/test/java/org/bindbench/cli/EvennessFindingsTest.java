package org.bindbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.review.Evenness;
import org.bindbench.machine.Finding;
import org.bindbench.machine.Finding.Status;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Test;

class EvennessFindingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Effort EFFORT =
      new Effort(8, false, SECOND, SECOND, SECOND, SECOND, 1, 1, 1, SECOND);
  private static final double[] EVEN = {1.00, 1.01, 0.99, 1.00, 1.01, 0.99, 1.00, 1.01};

  @Test
  void anEvenMachineCanShowASmallChange() {
    List<Finding> findings = findings(EVEN, EVEN);
    assertThat(findings)
        .extracting(Finding::topic)
        .containsExactly("speed", "spread", "resolution");
    assertThat(findings).extracting(Finding::status).containsOnly(Status.OK);
    assertThat(findings.get(0).message()).contains("took 3.96 ms to 4.04 ms after 8 trials");
    assertThat(findings.get(1).message()).contains("method_call on luaj", "8 workers", "0.8 %");
    // Student's t with 14 degrees of freedom finds 1.51 deviations of 8 and 8 with a power of 0.8.
    assertThat(findings.get(2).message())
        .contains("8 forks on each side")
        .containsPattern("1\\.[23] %");
  }

  @Test
  void aMachineThatMovedIsNotFitToCompareTimes() {
    double[] slower = {1, 1, 1, 1, 1.2, 1.2, 1.2, 1.2};
    Finding speed = findings(EVEN, slower).get(0);
    assertThat(speed.status()).isEqualTo(Status.ADVICE);
    assertThat(speed.message()).contains("the machine became slower by 20 %");
    assertThat(speed.advice()).contains("cannot be compared");
  }

  @Test
  void anUnevenMachineNeedsMoreForks() {
    double[] uneven = {1, 1.3, 0.8, 1.1, 0.9, 1.2, 0.7, 1};
    Finding spread = findings(uneven, EVEN).get(1);
    assertThat(spread.status()).isEqualTo(Status.ADVICE);
    assertThat(spread.advice()).contains("more --forks");
  }

  private static List<Finding> findings(double[] rates, double[] rulers) {
    List<Completed> forks = new ArrayList<>();
    for (int i = 0; i < rates.length; i++)
      forks.add(
          new Completed(
              List.of(new Measure(Metrics.RULER, 4e6 * rulers[i])),
              List.of(),
              List.of(new Sample("elapsed_nanos", Phase.MEASURED, 0, 1000, 5e4 / rates[i]))));
    return EvennessFindings.of(Evenness.of(forks, EFFORT, "calls"), "method_call on luaj");
  }
}
