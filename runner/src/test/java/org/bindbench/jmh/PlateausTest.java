package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlateausTest {
  @Test
  void twoSpeedsOnBothSidesAgree() {
    Plateaus found =
        Plateaus.of(
            List.of(600.0, 601.0, 598.0, 599.0, 200.0), List.of(602.0, 600.0, 597.0, 210.0, 190.0));
    assertThat(found.levels()).hasSize(2);
    assertThat(found.agree()).isTrue();
    assertThat(found.text())
        .startsWith("200: 1 of ours, 2 of JMH, ratio 1.001; 600: 4 of ours, 3 of JMH, ratio 1.000");
  }

  @Test
  void oneSpeedIsNoPlateau() {
    assertThat(Plateaus.of(List.of(10.0, 10.2, 10.4), List.of(11.5, 12.0, 11.0)).agree()).isFalse();
  }

  @Test
  void sidesThatDifferAtTheSpeedTheyShareDoNotAgree() {
    assertThat(
            Plateaus.of(List.of(600.0, 601.0, 598.0, 200.0), List.of(540.0, 541.0, 542.0, 200.0))
                .agree())
        .isFalse();
  }

  @Test
  void sidesThatAreEachAtASpeedOfTheirOwnDoNotAgree() {
    assertThat(Plateaus.of(List.of(600.0, 601.0, 598.0), List.of(200.0, 201.0, 202.0)).agree())
        .isFalse();
  }

  /** 8 and 0 of 8, with Fisher's exact p of 2 / C(16, 8). */
  @Test
  void countsThatChanceDoesNotExplainDoNotAgree() {
    List<Double> fast = List.of(600.0, 600.0, 600.0, 600.0, 600.0, 600.0, 600.0, 600.0);
    List<Double> mixed = List.of(600.0, 600.0, 200.0, 200.0, 200.0, 200.0, 200.0, 200.0);
    assertThat(Plateaus.of(fast, mixed).agree()).isFalse();
    List<Double> slow = List.of(200.0, 200.0, 200.0, 200.0, 200.0, 200.0, 200.0, 200.0);
    assertThat(Plateaus.of(fast, slow).chance()).isCloseTo(2 / 12870.0, Offset.offset(1e-9));
  }

  @Test
  void speedsWithoutLevelsAreNone() {
    assertThat(
            Plateaus.of(List.of(100.0, 200.0, 300.0, 400.0), List.of(101.0, 201.0, 301.0, 401.0))
                .agree())
        .isFalse();
  }
}
