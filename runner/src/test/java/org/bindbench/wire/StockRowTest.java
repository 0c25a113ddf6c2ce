package org.bindbench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindbench.model.Capability;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockRowTest {
  @Test
  void aRateRowBecomesSamplesWithTheirPhase() {
    TrialOutcome.Completed done =
        (TrialOutcome.Completed)
            StockRow.outcome(
                    """
                    {"case":"c","protocol":"rate","unit":"calls","status":"COMPLETED","answer":500,\
                    "operations":[10,20,30],"nanos":[100,200,310],"warm_up":1}""")
                .orElseThrow();
    assertThat(done.measures()).containsExactly(new Measure(Metrics.ANSWER, 500));
    assertThat(done.samples())
        .containsExactly(
            new Sample("elapsed_nanos", Phase.WARM_UP, 0, 10, 100),
            new Sample("elapsed_nanos", Phase.MEASURED, 1, 20, 200),
            new Sample("elapsed_nanos", Phase.MEASURED, 2, 30, 310));
  }

  @Test
  void aWeakReferenceRowWithoutCallbacksSaysThatTheyAreUnsupported() {
    TrialOutcome.Completed done =
        (TrialOutcome.Completed)
            StockRow.outcome("{\"case\":\"w\",\"status\":\"COMPLETED\",\"cleared\":99.5}")
                .orElseThrow();
    assertThat(done.measures()).containsExactly(new Measure(Metrics.CLEARED_FIRST, 99.5));
    assertThat(done.absent()).extracting(each -> each.metric().id()).containsExactly("called");
  }

  @Test
  void whatFailedKeepsItsStatusAndReason() {
    assertThat(row("SKIPPED")).isEqualTo(new TrialOutcome.Skipped("why", ""));
    assertThat(row("ELIMINATED")).isInstanceOf(TrialOutcome.Eliminated.class);
    assertThat(row("WRONG_ANSWER")).isEqualTo(new TrialOutcome.WrongAnswer("why"));
    assertThat(row("UNSUPPORTED")).isEqualTo(new TrialOutcome.Unsupported("why"));
    assertThat(row("SCRIPT_FAILED")).isEqualTo(new TrialOutcome.ScriptFailed("why", "", ""));
  }

  @ParameterizedTest
  @Tag("fault-14")
  @ValueSource(strings = {"0", "-5", "1e999", "\"NaN\"", "null"})
  void aReadingThatIsNoPositiveNumberIsNotBelieved(String nanos) {
    assertThat(
            StockRow.outcome(
                """
                {"case":"c","status":"COMPLETED","operations":[10],"nanos":[%s],"warm_up":0}"""
                    .formatted(nanos)))
        .get()
        .isInstanceOf(TrialOutcome.ProtocolError.class);
  }

  @Test
  void aProbesVerdictIsReadAndAnythingElseInItsPlaceIsTheScriptsFault() {
    String row = "{\"case\":\"c\",\"status\":\"COMPLETED\",\"capability\":\"%s\"}";
    assertThat(StockRow.outcome(row.formatted("BROKEN: 3 of 4 were there")))
        .contains(
            new TrialOutcome.Completed(
                new Capability(Capability.Verdict.BROKEN, "3 of 4 were there")));
    assertThat(StockRow.outcome(row.formatted("so so")).orElseThrow())
        .isInstanceOf(TrialOutcome.ScriptFailed.class)
        .extracting(TrialOutcome::reason)
        .asString()
        .contains("so so");
  }

  @Test
  void otherLinesAreNoRows() {
    for (String line : new String[] {"", "hello", "{not json", "{}", "{\"case\":\"c\"}", "[1]"})
      assertThat(StockRow.outcome(line)).as(line).isEmpty();
  }

  private static TrialOutcome row(String status) {
    return StockRow.outcome("{\"case\":\"c\",\"status\":\"" + status + "\",\"reason\":\"why\"}")
        .orElseThrow();
  }
}
