package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EliminationTest {
  @Test
  void allocating_less_than_the_work_takes_is_elimination() {
    assertThat(Elimination.byAllocation(0.2, 16))
        .hasValueSatisfying(reason -> assertThat(reason).contains("0.2").contains("16.0"));
    assertThat(Elimination.byAllocation(15.999, 16)).isPresent();
    assertThat(Elimination.byAllocation(16, 16)).isEmpty();
    assertThat(Elimination.byAllocation(72, 16)).isEmpty();
  }

  @Test
  void a_case_that_makes_nothing_may_allocate_nothing() {
    assertThat(Elimination.byAllocation(0, 0)).isEmpty();
    assertThat(Elimination.byAllocation(-3, 0)).isEmpty();
  }

  @Test
  void an_allocation_nobody_could_read_proves_nothing() {
    assertThat(Elimination.byAllocation(Double.NaN, 16)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.8, 2, 2.2})
  void twice_the_work_in_about_twice_the_time_is_work(double ratio) {
    assertThat(Elimination.byScaling(ratio)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1.799, 2.201, 4, Double.NaN})
  void any_other_ratio_is_elimination(double ratio) {
    assertThat(Elimination.byScaling(ratio)).isPresent();
  }

  @Test
  void the_reason_names_the_ratio_and_the_limits() {
    assertThat(Elimination.byScaling(1.02).orElseThrow()).contains("1.02").contains("1.8 to 2.2");
  }

  @Test
  void less_than_a_nanosecond_is_inlined() {
    assertThat(Elimination.inlined(0.359))
        .hasValueSatisfying(it -> assertThat(it).contains("0.359"));
    assertThat(Elimination.inlined(1)).isEmpty();
    assertThat(Elimination.inlined(Double.NaN)).isEmpty();
  }
}
