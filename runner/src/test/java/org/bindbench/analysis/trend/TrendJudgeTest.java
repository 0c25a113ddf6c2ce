package org.bindbench.analysis.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindbench.analysis.past.PastSeries;
import org.bindbench.analysis.past.Reading;
import org.bindbench.analysis.past.RunMark;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class TrendJudgeTest {
  private static final TrendJudge JUDGE =
      new TrendJudge(Detection.USUAL, TrendJudge.USUAL_SENSITIVITY);

  @Test
  void fewRunsHaveNoTrendAndThatIsSaid() {
    Trend trend = JUDGE.judge(PastSample.rates(PastSample.noise(1, 13, 5e6, 0.01)));
    assertThat(trend.reason()).isEqualTo("fewer than 14 runs: no trend");
    assertThat(trend.changes()).isEmpty();
    assertThat(trend.drift()).isEmpty();
    assertThat(trend.isNotable()).isFalse();
  }

  @Test
  void aChangeFallsOnTheCommitOfItsFirstRun() {
    double[] values = PastSample.noise(2, 60, 5e6, 0.01);
    for (int i = 35; i < 60; i++) values[i] *= 0.8;
    Trend trend = JUDGE.judge(PastSample.rates(values));
    assertThat(trend.changes()).hasSize(1);
    ChangePoint change = trend.changes().get(0);
    assertThat(change.first()).isEqualTo(PastSample.mark(35));
    assertThat(change.last()).isEqualTo(PastSample.mark(34));
    assertThat(change.effect()).isEqualTo(Effect.WORSE);
    assertThat(change.change().value()).isCloseTo(-0.2, within(0.01));
    assertThat(change.change().low()).isLessThan(-0.2);
    assertThat(change.change().high()).isBetween(-0.2, -0.18);
    assertThat(change.before()).isCloseTo(5e6, within(0.05e6));
    assertThat(change.after()).isCloseTo(4e6, within(0.05e6));
    assertThat(change.isWithinOneCommit()).isFalse();
  }

  @Test
  void fewerBytesAreBetter() {
    double[] values = PastSample.noise(3, 40, 72, 0.001);
    for (int i = 20; i < 40; i++) values[i] *= 0.9;
    Trend trend = JUDGE.judge(PastSample.of(Metrics.RETAINED_BYTES, values));
    assertThat(trend.changes())
        .singleElement()
        .satisfies(each -> assertThat(each.effect()).isEqualTo(Effect.BETTER));
  }

  @Test
  void aChangeWithinOneCommitSaysSo() {
    double[] values = PastSample.noise(4, 40, 5e6, 0.01);
    for (int i = 20; i < 40; i++) values[i] *= 1.3;
    PastSeries series = PastSample.rates(values);
    List<Reading> sameCommit =
        series.readings().stream()
            .map(
                reading ->
                    new Reading(
                        new RunMark(
                            reading.run().id(),
                            reading.run().startedAt(),
                            PastSample.mark(0).commit()),
                        reading.value()))
            .toList();
    Trend trend = JUDGE.judge(new PastSeries(series.key(), series.fingerprint(), sameCommit));
    assertThat(trend.changes())
        .singleElement()
        .satisfies(each -> assertThat(each.isWithinOneCommit()).isTrue());
  }

  @Test
  void oneBadRunStandsOutAndIsNoChange() {
    double[] values = PastSample.noise(5, 60, 5e6, 0.01);
    values[30] *= 0.5;
    values[59] *= 0.8;
    Trend trend = JUDGE.judge(PastSample.rates(values));
    assertThat(trend.changes()).isEmpty();
    assertThat(trend.anomalies()).extracting(Anomaly::index).contains(30, 59);
    Anomaly last = trend.lastRunStandsOut().orElseThrow();
    assertThat(last.effect()).isEqualTo(Effect.WORSE);
    assertThat(last.score()).isLessThan(-10);
    assertThat(last.usual()).isCloseTo(5e6, within(0.05e6));
    assertThat(trend.judged()).isEqualTo(60);
    assertThat(trend.expectedAnomalies()).isCloseTo(60 * 0.0455, within(0.001));
  }

  @Test
  void lessSensitiveFindsFewer() {
    PastSeries series = PastSample.rates(PastSample.noise(6, 200, 5e6, 0.02));
    int usual = JUDGE.judge(series).anomalies().size();
    int strict = new TrendJudge(Detection.USUAL, 4).judge(series).anomalies().size();
    assertThat(usual).isBetween(2, 25);
    assertThat(strict).isLessThan(usual);
    assertThatThrownBy(() -> new TrendJudge(Detection.USUAL, 0))
        .hasMessageContaining("sensitivity must be above 0");
  }

  @Test
  void aRunStandsOutAmongThoseOfItsLevel() {
    double[] values = PastSample.noise(7, 80, 5e6, 0.005);
    for (int i = 40; i < 80; i++) values[i] *= 2;
    values[60] = 5e6; // as usual as it gets, but not here
    Trend trend = JUDGE.judge(PastSample.rates(values));
    assertThat(trend.changes()).extracting(ChangePoint::index).containsExactly(40);
    assertThat(trend.anomalies()).extracting(Anomaly::index).contains(60);
  }

  @Test
  void aSlowDriftHasASlopeWithItsInterval() {
    double[] values = PastSample.noise(8, 120, 5e6, 0.01);
    for (int i = 0; i < 120; i++) values[i] *= Math.exp(-0.15 * i / 119);
    Drift drift = JUDGE.judge(PastSample.rates(values)).drift().orElseThrow();
    assertThat(drift.relative()).isTrue();
    assertThat(drift.change().low()).isLessThan(drift.change().value());
    assertThat(drift.change().high()).isLessThan(0);
    assertThat(drift.effect()).isEqualTo(Effect.WORSE);
    assertThat(drift.span().toDays()).isEqualTo(29);
  }

  @Test
  void aStepIsNoDrift() {
    double[] values = PastSample.noise(9, 100, 5e6, 0.01);
    for (int i = 50; i < 100; i++) values[i] *= 0.7;
    Trend trend = JUDGE.judge(PastSample.rates(values));
    assertThat(trend.changes()).hasSize(1);
    assertThat(trend.drifts()).isFalse();
  }

  @Test
  void valuesThatRepeatExactlyHaveNothingToSay() {
    double[] values = PastSample.noise(0, 50, 72, 0);
    Trend trend = JUDGE.judge(PastSample.of(Metrics.RETAINED_BYTES, values));
    assertThat(trend.isNotable()).isFalse();
    assertThat(trend.anomalies()).isEmpty();
    assertThat(trend.drift().orElseThrow().change().value()).isZero();
  }

  @Test
  void valuesThatMayBeZeroAreJudgedInTheirUnit() {
    double[] values = new double[60];
    for (int i = 30; i < 60; i++) values[i] = 4096 + i % 3;
    Trend trend = JUDGE.judge(PastSample.of(Metrics.GROWTH_PER_CYCLE, values));
    assertThat(trend.changes()).hasSize(1);
    ChangePoint change = trend.changes().get(0);
    assertThat(change.relative()).isFalse();
    assertThat(change.change().value()).isCloseTo(4097, within(1.0));
    assertThat(change.effect()).isEqualTo(Effect.WORSE);
  }

  @Test
  void aLongSeriesIsJudgedAsAShortOneIs() {
    double[] values = PastSample.noise(10, 5000, 5e6, 0.02);
    for (int i = 3000; i < 5000; i++) values[i] *= 0.9;
    Trend trend = JUDGE.judge(PastSample.rates(values));
    assertThat(trend.changes()).extracting(ChangePoint::index).containsExactly(3000);
    assertThat(trend.drift()).isPresent();
    assertThat(trend.drifts()).isFalse();
  }
}
