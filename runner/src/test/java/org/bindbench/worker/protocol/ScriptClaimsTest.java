package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Measure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptClaimsTest {
  @Test
  void figuresAreReadWithTheirUnits() {
    assertThat(
            values(
                """
                Rate: 123456 objects/second
                Rate: 1,234.5 calls/second
                Memory per object: 2 KB
                Cleanup efficiency: 99.5%
                Rate: 7 objects/second
                """))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "creation_rate", 123456.0,
                "call_rate", 1234.5,
                "memory_per_object", 2048.0,
                "cleanup_efficiency", 99.5,
                "creation_rate_2", 7.0));
  }

  @Test
  void verdictsBecomeRowsThatAreTheSameInEveryFork() {
    assertThat(values("✅ creation: 12 objects/s\n⚠️ memory high\n  ❌ leaks 3.5 MB"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("creation: N objects/s", 1.0, "memory high", 0.5, "leaks N MB", 0.0));
  }

  @Test
  void everythingIsMarkedAsReportedByTheScript() {
    assertThat(ScriptClaims.read("Rate: 5 objects/second\n✅ fine"))
        .hasSize(2)
        .allMatch(measure -> measure.metric().reported());
  }

  @ParameterizedTest
  @Tag("fault-14")
  @ValueSource(strings = {"nan", "-nan", "NaN", "inf", "-inf", "Infinity", "1e999", "-3"})
  void aClaimThatIsNoFigureIsReadButNoFigure(String number) {
    List<Measure> claims = ScriptClaims.read("Rate: " + number + " objects/second");
    TrialOutcome.Completed completed = new TrialOutcome.Completed(claims, List.of(), List.of());
    assertThat(completed.measures()).isEmpty();
    assertThat(completed.absent())
        .extracting(each -> each.metric().id())
        .containsExactly("creation_rate");
  }

  @Test
  void otherLinesAreNoClaims() {
    assertThat(ScriptClaims.read("Rate: fast\nobjects/second: 5\n\u0000")).isEmpty();
  }

  private static Map<String, Double> values(String output) {
    return ScriptClaims.read(output).stream()
        .collect(Collectors.toMap(measure -> measure.metric().id(), Measure::value));
  }
}
