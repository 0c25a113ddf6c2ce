package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EliminationTest {
  @Test
  void allocatingLessThanTheWorkTakesIsElimination() {
    assertThat(Elimination.byAllocation(0.2, 16))
        .hasValueSatisfying(reason -> assertThat(reason).contains("0.2").contains("16.0"));
    assertThat(Elimination.byAllocation(15.999, 16)).isPresent();
    assertThat(Elimination.byAllocation(16, 16)).isEmpty();
    assertThat(Elimination.byAllocation(72, 16)).isEmpty();
  }

  @Test
  void aCaseThatMakesNothingMayAllocateNothing() {
    assertThat(Elimination.byAllocation(0, 0)).isEmpty();
    assertThat(Elimination.byAllocation(-3, 0)).isEmpty();
  }

  @Test
  void anAllocationNobodyCouldReadProvesNothing() {
    assertThat(Elimination.byAllocation(Double.NaN, 16)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.8, 2, 2.2})
  void twiceTheWorkInAboutTwiceTheTimeIsWork(double ratio) {
    assertThat(Elimination.byScaling(ratio)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1.799, 2.201, 4, Double.NaN})
  void anyOtherRatioIsElimination(double ratio) {
    assertThat(Elimination.byScaling(ratio)).isPresent();
  }

  @Test
  void theReasonNamesTheRatioAndTheLimits() {
    assertThat(Elimination.byScaling(1.02).orElseThrow()).contains("1.02").contains("1.8 to 2.2");
  }

  @Test
  void lessThanANanosecondIsInlined() {
    assertThat(Elimination.inlined(0.359))
        .hasValueSatisfying(it -> assertThat(it).contains("0.359"));
    assertThat(Elimination.inlined(1)).isEmpty();
    assertThat(Elimination.inlined(Double.NaN)).isEmpty();
  }
}
