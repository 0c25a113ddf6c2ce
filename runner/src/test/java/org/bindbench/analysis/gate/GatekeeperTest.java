package org.bindbench.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindbench.analysis.gate.GatedRows.RATE;
import static org.bindbench.analysis.gate.GatedRows.around;

import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.gate.GateReport.Outcome;
import org.bindbench.analysis.gate.GateResult.Kind;
import org.bindbench.analysis.gate.GateResult.Status;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GatekeeperTest {
  /** Rows that do not change, so that few others are no large share. */
  private static GatedRows steady(int rows) {
    GatedRows all = new GatedRows();
    for (int i = 0; i < rows; i++) all.rate("steady" + i, 0);
    return all;
  }

  private static GateReport usual(GatedRows rows) {
    return Gatekeeper.judge(GateRules.USUAL, rows.rows(), 0, List.of());
  }

  private static GateResult result(GateReport report, Kind kind) {
    return report.results().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void theSameCodePassesEveryGate() {
    GateReport report = usual(steady(10));
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(report.results())
        .allSatisfy(each -> assertThat(each.status()).isEqualTo(Status.PASSED));
    assertThat(report.judged()).isEqualTo(10);
  }

  @Test
  void oneCriticalRowFailsAndIsNamed() {
    GateReport report = usual(steady(10).rate("slow", 2));
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.failures()).extracting(GateResult::kind).containsExactly(Kind.CRITICAL);
    assertThat(result(report, Kind.CRITICAL).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.subject().id().name()).isEqualTo("slow");
              assertThat(row.magnitude()).contains(Magnitude.CRITICAL);
              assertThat(report.isFailure(row)).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({"3, PASSED", "4, FAILED"})
  void moreThanThreeMajorRowsFail(int major, Outcome outcome) {
    GatedRows rows = steady(20);
    for (int i = 0; i < major; i++) rows.rate("major" + i, 0.7);
    GateReport report = usual(rows);
    assertThat(result(report, Kind.MAJOR).value()).isEqualTo(major);
    assertThat(report.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"3, PASSED", "4, FAILED"})
  void moreThanThirtyPercentOfTheCasesFail(int regressed, Outcome outcome) {
    GatedRows rows = steady(10 - regressed);
    for (int i = 0; i < regressed; i++) rows.rate("minor" + i, 0.3);
    GateReport report = usual(rows);
    assertThat(result(report, Kind.REGRESSED).value()).isEqualTo(regressed / 10.0);
    assertThat(report.outcome()).isEqualTo(outcome);
  }

  /** Two forks have no interval, so nothing can be seen in them. */
  @Test
  void casesInWhichNothingCouldBeSeenMakeTheShareNoSmaller() {
    GatedRows rows = steady(6);
    for (int i = 0; i < 4; i++) rows.rate("minor" + i, 0.3);
    for (int i = 0; i < 10; i++)
      rows.with("blind" + i, GatedRows.RATE, around(1e6, 2), around(1e6, 2));
    GateReport report = usual(rows);
    assertThat(result(report, Kind.REGRESSED).value()).isEqualTo(0.4);
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aCaseCountsOnceHoweverManyMetricsOfItRegressed() {
    GatedRows rows = steady(9).rate("both", 0.3);
    rows.with("both", Metrics.ALLOCATED_BYTES, around(1000, 8), around(1250, 8));
    GateResult regressed = result(usual(rows), Kind.REGRESSED);
    assertThat(regressed.value()).isEqualTo(0.1);
    assertThat(regressed.rows()).hasSize(2);
  }

  @Test
  void slightWorseningsAreNoRegression() {
    GatedRows rows = new GatedRows();
    for (int i = 0; i < 10; i++) rows.rate("slight" + i, 0.1);
    GateReport report = usual(rows);
    assertThat(rows.rows()).allSatisfy(row -> assertThat(row.isOf(Magnitude.SLIGHT)).isTrue());
    assertThat(result(report, Kind.REGRESSED).value()).isZero();
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
  }

  /** The near end of the interval decides: its point estimate alone would be major. */
  @Test
  void aWideIntervalIsNotAsBadAsItsEstimate() {
    List<Double> base = List.of(1e6, 1.2e6, 0.9e6, 1.1e6, 1e6);
    List<Double> head = base.stream().map(value -> value / 1.6).toList();
    GateReport report = usual(new GatedRows().with("wide", RATE, base, head));
    assertThat(result(report, Kind.MAJOR).value()).isZero();
    assertThat(result(report, Kind.REGRESSED).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.magnitude()).contains(Magnitude.MINOR));
  }

  @Test
  void memoryHasLimitsOfItsOwn() {
    GatedRows rows =
        steady(9)
            .with(
                "kept",
                Metrics.RETAINED_BYTES,
                List.of(72.0, 72.0, 72.0),
                List.of(112.0, 112.0, 112.0));
    assertThat(result(usual(rows), Kind.CRITICAL).value()).isEqualTo(1);
  }

  @Test
  void whatIsBetterFailsNothing() {
    assertThat(usual(new GatedRows().rate("fast", -0.6)).outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailOn.class,
      names = {"SLIGHT", "MINOR", "MAJOR", "CRITICAL"})
  void aMagnitudeFailsBySingleRowsAndByNothingElse(FailOn failOn) {
    GatedRows rows = new GatedRows();
    for (double slower : new double[] {0.1, 0.3, 0.7, 2}) rows.rate("by" + slower, slower);
    GateReport report = Gatekeeper.judge(GateRules.USUAL.on(failOn), rows.rows(), 0, List.of());
    assertThat(report.results())
        .extracting(GateResult::kind)
        .contains(Kind.ROW)
        .doesNotContain(Kind.CRITICAL, Kind.MAJOR, Kind.REGRESSED);
    assertThat(result(report, Kind.ROW).value()).isEqualTo(4 - failOn.ordinal());
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void theMeaningOfCriticalIsThatOneMajorRowPasses() {
    GatedRows rows = new GatedRows();
    for (int i = 0; i < 5; i++) rows.rate("major" + i, 0.7);
    assertThat(
            Gatekeeper.judge(GateRules.USUAL.on(FailOn.CRITICAL), rows.rows(), 0, List.of())
                .outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void neverTellsAndFailsNothing() {
    GateReport report =
        Gatekeeper.judge(
            GateRules.USUAL.on(FailOn.NEVER),
            steady(1).rate("slow", 2).barred("gone", Standing.GONE).rows(),
            0,
            List.of("a threshold"));
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result(report, Kind.CRITICAL).status()).isEqualTo(Status.TOLD);
    assertThat(result(report, Kind.THRESHOLDS).status()).isEqualTo(Status.TOLD);
    assertThat(result(report, Kind.MISSING).status()).isEqualTo(Status.TOLD);
  }

  @Test
  void anErrorIsNeverAPassNotEvenWhereNothingElseFails() {
    for (FailOn failOn : FailOn.values())
      assertThat(
              Gatekeeper.judge(GateRules.USUAL.on(failOn), steady(3).rows(), 1, List.of())
                  .outcome())
          .isEqualTo(Outcome.FAILED);
  }

  @Test
  void aRowThatErroredFailsByItself() {
    GateReport report = usual(steady(3).barred("broken", Standing.ERRORED));
    assertThat(report.failures()).extracting(GateResult::kind).containsExactly(Kind.ERRORS);
  }

  @Test
  void aMissedThresholdFails() {
    GateReport report =
        Gatekeeper.judge(GateRules.USUAL, steady(3).rows(), 0, List.of("a: 3, expected 5"));
    assertThat(report.failures()).extracting(GateResult::kind).containsExactly(Kind.THRESHOLDS);
    assertThat(report.failures().get(0).named()).containsExactly("a: 3, expected 5");
  }

  @Test
  void aMissingRowIsToldAndFailsWhereItIsAskedTo() {
    List<GatedRow> rows = steady(3).barred("gone", Standing.GONE).rows();
    GateReport told = Gatekeeper.judge(GateRules.USUAL, rows, 0, List.of());
    assertThat(told.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result(told, Kind.MISSING).rows()).hasSize(1);
    GateRules strict = new GateRules(FailOn.GATES, 0, 3, 0.3, false, true);
    assertThat(Gatekeeper.judge(strict, rows, 0, List.of()).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aNewCaseIsNoRegressionAndNotMissing() {
    GateReport report = usual(steady(3).barred("new", Standing.NEW));
    assertThat(report.results()).allSatisfy(each -> assertThat(each.value()).isZero());
  }

  @Test
  void anInconclusiveRowFailsWhereItIsAskedTo() {
    List<GatedRow> rows =
        new GatedRows()
            .with("noisy", RATE, List.of(1e6, 3e6, 2e6), List.of(1.2e6, 2.8e6, 2.1e6))
            .rows();
    GateReport told = Gatekeeper.judge(GateRules.USUAL, rows, 0, List.of());
    assertThat(told.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(result(told, Kind.INCONCLUSIVE).status()).isEqualTo(Status.TOLD);
    GateRules strict = new GateRules(FailOn.NEVER, 0, 3, 0.3, true, false);
    assertThat(Gatekeeper.judge(strict, rows, 0, List.of()).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void rowsOfOtherCircumstancesCountForNoGateAndAreNoPass() {
    GateReport report =
        Gatekeeper.judge(GateRules.USUAL, steady(3).rate("slow", 2).unlike(), 0, List.of());
    assertThat(report.outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(report.unlike()).isEqualTo(4);
    assertThat(result(report, Kind.CRITICAL).status()).isEqualTo(Status.NOT_JUDGED);
    assertThat(result(report, Kind.REGRESSED).value()).isNaN();
  }

  @Test
  void noRowsAtAllAreNoPass() {
    assertThat(usual(new GatedRows()).outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(usual(new GatedRows().barred("a", Standing.GONE)).outcome())
        .isEqualTo(Outcome.NOT_JUDGED);
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  @Tag("fault-29")
  void oneOrTwoForksAreNotJudgedHoweverFarApart(int forks) {
    GateReport report =
        usual(new GatedRows().with("few", RATE, around(9e6, forks), around(1e6, forks)));
    assertThat(report.outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(result(report, Kind.CRITICAL).seen().orElseThrow().blind()).isEqualTo(1);
    assertThat(result(report, Kind.INCONCLUSIVE).value()).isEqualTo(1);
  }

  @Test
  @Tag("fault-29")
  void constantTimesAreNotJudgedHoweverFarApart() {
    GateReport report =
        usual(
            new GatedRows()
                .with("clock", RATE, Collections.nCopies(8, 2e6), Collections.nCopies(8, 1e6)));
    assertThat(report.outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(result(report, Kind.CRITICAL).value()).isZero();
    assertThat(result(report, Kind.INCONCLUSIVE).value()).isEqualTo(1);
  }

  @Test
  @Tag("fault-29")
  void constantBytesAreExact() {
    GatedRows rows =
        new GatedRows()
            .with(
                "bytes",
                Metrics.RETAINED_BYTES,
                Collections.nCopies(3, 72.0),
                Collections.nCopies(3, 72.0));
    assertThat(usual(rows).outcome()).isEqualTo(Outcome.PASSED);
  }

  @Test
  @Tag("fault-29")
  void valuesThatAreNoNumbersAreNotJudged() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      GateReport report =
          usual(new GatedRows().with("none", RATE, List.of(1e6, value, 1e6), around(1e3, 3)));
      assertThat(report.outcome()).isEqualTo(Outcome.NOT_JUDGED);
    }
  }

  @Test
  void aGateSaysFromWhichWorseningOnItWouldHaveCountedARow() {
    GatedRows rows = steady(3).with("few", RATE, around(1e6, 2), around(1e6, 2));
    Sensitivity seen = result(usual(rows), Kind.CRITICAL).seen().orElseThrow();
    double detectable = rows.rows().get(0).comparison().detectable();
    assertThat(seen.median()).isEqualTo(2 * (1 + detectable) - 1, Offset.offset(1e-12));
    assertThat(seen.seeing()).isEqualTo(3);
    assertThat(seen.blind()).isEqualTo(1);
    assertThat(seen.worst()).isGreaterThanOrEqualTo(seen.median());
  }

  @Test
  void noisierRowsSeeLess() {
    GatedRows rows =
        steady(2).with("noisy", RATE, List.of(1e6, 3e6, 2e6), List.of(1.2e6, 2.8e6, 2.1e6));
    Sensitivity seen = result(usual(rows), Kind.MAJOR).seen().orElseThrow();
    assertThat(seen.least().orElseThrow().id().name()).isEqualTo("noisy");
    assertThat(seen.worst()).isGreaterThan(2 * seen.median());
  }

  /** Neither the order of rows nor a row that is the same can turn a failure into a pass. */
  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<GatedRow> rows =
        new java.util.ArrayList<>(steady(5).rate("a", 0.3).rate("b", 2).rate("c", 0.7).rows());
    GateReport before = Gatekeeper.judge(GateRules.USUAL, rows, 0, List.of());
    Collections.reverse(rows);
    GateReport after = Gatekeeper.judge(GateRules.USUAL, rows, 0, List.of());
    assertThat(after.results())
        .extracting(GateResult::value)
        .isEqualTo(before.results().stream().map(GateResult::value).toList());
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new GateRules(FailOn.GATES, -1, 3, 0.3, false, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GateRules(FailOn.GATES, 0, 3, Double.NaN, false, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
