package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.bindbench.analysis.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  @ParameterizedTest
  @CsvSource({
    "1.00, 0.98, 1.02, WITHIN",
    "0.95, 0.94, 0.96, WITHIN",
    "1.05, 1.04, 1.06, WITHIN",
    "1.08, 0.97, 1.20, NO_DIFFERENCE",
    "0.93, 0.83, 1.04, NO_DIFFERENCE",
    "1.08, 0.90, 1.30, UNDECIDED",
    "1.08, 0.80, 1.15, UNDECIDED",
    "1.08, 1.01, 1.15, OUTSIDE",
    "0.90, 0.85, 0.95, OUTSIDE",
    "1.60, 1.10, 2.33, OUTSIDE"
  })
  void theRatioOrItsIntervalDecides(double ratio, double low, double high, Verdict expected) {
    assertThat(Verdict.of(new Estimate(ratio, low, high, 0.95))).isEqualTo(expected);
  }

  @Test
  void belowThreeForksNothingIsDecided() {
    assertThat(row(List.of(1.0, 1.0), List.of(1.0, 1.0, 1.0)).verdict())
        .isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void aSideWithoutForksHasNoFigure() {
    assertThat(row(List.of(1.0, 1.0, 1.0), List.of()).verdict()).isEqualTo(Verdict.NO_FIGURE);
  }

  private static Row row(List<Double> ours, List<Double> jmh) {
    return new Row(
        new Subject("luaj", "suite", "case"), "own", ours, jmh, OptionalDouble.empty(), "");
  }

  @Test
  void aComparisonIsFineWhereEveryRowIsAndThereIsOne() {
    assertThat(Verdict.allFine(List.of(Verdict.WITHIN, Verdict.NO_DIFFERENCE))).isTrue();
    assertThat(Verdict.allFine(List.of(Verdict.WITHIN, Verdict.OUTSIDE))).isFalse();
    assertThat(Verdict.allFine(List.of(Verdict.WITHIN, Verdict.NO_FIGURE))).isFalse();
    assertThat(Verdict.allFine(List.of(Verdict.WITHIN, Verdict.UNDECIDED))).isFalse();
    assertThat(Verdict.allFine(List.of())).isFalse();
  }
}
