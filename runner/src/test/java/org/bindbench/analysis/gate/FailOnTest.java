package org.bindbench.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailOnTest {
  @ParameterizedTest
  @CsvSource({
    "SLIGHT,SLIGHT,true",
    "MINOR,SLIGHT,false",
    "MAJOR,MAJOR,true",
    "MAJOR,CRITICAL,true",
    "CRITICAL,MAJOR,false",
    "NEVER,CRITICAL,false",
    "GATES,CRITICAL,false"
  })
  void aWorseningOfThatMagnitudeOrMoreFails(FailOn failOn, Magnitude magnitude, boolean fails) {
    assertThat(failOn.isReachedBy(comparison(Verdict.WORSE, Optional.of(magnitude))))
        .isEqualTo(fails);
  }

  @Test
  void nothingElseDoes() {
    for (Verdict verdict : Verdict.values())
      if (verdict != Verdict.WORSE)
        assertThat(FailOn.SLIGHT.isReachedBy(comparison(verdict, Optional.empty()))).isFalse();
  }

  @Test
  void everyWordIsReadAsItIsWritten() {
    for (FailOn each : FailOn.values()) assertThat(FailOn.of(each.title())).contains(each);
    assertThat(FailOn.of("worst")).isEmpty();
  }

  private static Comparison comparison(Verdict verdict, Optional<Magnitude> magnitude) {
    Column column = new Column("luaj", BindingStyle.OWN);
    return new Comparison(
        new Subject(new CaseId("s", "c", Map.of()), column, column, Metrics.rate("objects")),
        verdict,
        magnitude,
        Optional.empty(),
        Optional.empty(),
        Double.NaN,
        "",
        List.of());
  }
}
