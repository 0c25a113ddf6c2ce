package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulerDriftTest {
  private static final double MILLI = 1e6;

  @Test
  void aMachineThatKeepsItsSpeedIsFit() {
    assertThat(RulerDrift.between(nanos(17.0, 17.4, 16.9, 17.1, 17.3, 17.0, 17.2, 16.8))).isEmpty();
  }

  @Test
  void aMachineThatBecomesSlowerIsNot() {
    assertThat(RulerDrift.between(nanos(17.0, 17.1, 17.0, 18.7, 18.7, 18.6)))
        .contains(
            "the machine became slower by 10 % between the first and the second half of the run");
  }

  @Test
  void aMachineThatBecomesFasterIsNotEither() {
    assertThat(RulerDrift.between(nanos(18.7, 18.7, 18.6, 17.0, 17.1, 17.0)))
        .contains(
            "the machine became faster by 10 % between the first and the second half of the run");
  }

  @Test
  void fivePerCentIsStillOneSpeedAndSixIsNot() {
    assertThat(RulerDrift.between(nanos(100, 100, 100, 105, 105, 105))).isEmpty();
    assertThat(RulerDrift.between(nanos(100, 100, 100, 106, 106, 106))).isPresent();
    assertThat(RulerDrift.between(nanos(105, 105, 105, 100, 100, 100))).isEmpty();
    assertThat(RulerDrift.between(nanos(106, 106, 106, 100, 100, 100))).isPresent();
  }

  @Test
  void aSingleOddReadingDoesNotMoveTheMedian() {
    assertThat(RulerDrift.between(nanos(17, 29, 17, 17, 46, 17))).isEmpty();
  }

  @Test
  void theReadingInTheMiddleBelongsToNeitherHalf() {
    assertThat(RulerDrift.between(nanos(10, 10, 10, 500, 10, 10, 10))).isEmpty();
    assertThat(RulerDrift.between(nanos(10, 10, 11, 11, 11, 10, 10))).isEmpty();
  }

  @Test
  void fewerThanSixReadingsDoNotTell() {
    assertThat(RulerDrift.between(nanos(10, 10, 20, 20, 20))).isEmpty();
    assertThat(RulerDrift.between(nanos(10, 10, 10, 20, 20, 20))).isPresent();
    assertThat(RulerDrift.between(List.of())).isEmpty();
  }

  @Test
  void theUnitDoesNotMatter() {
    List<Double> readings = new ArrayList<>(Collections.nCopies(3, 1e-3));
    readings.addAll(Collections.nCopies(3, 1.2e-3));
    assertThat(RulerDrift.between(readings))
        .isEqualTo(RulerDrift.between(nanos(1, 1, 1, 1.2, 1.2, 1.2)));
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertThatThrownBy(() -> RulerDrift.between(nanos(1, 0))).hasMessageContaining("0.0");
    assertThatThrownBy(() -> RulerDrift.between(nanos(Double.NaN))).hasMessageContaining("NaN");
    assertThatThrownBy(() -> RulerDrift.between(nanos(Double.POSITIVE_INFINITY)))
        .hasMessageContaining("Infinity");
  }

  private static List<Double> nanos(double... millis) {
    return java.util.Arrays.stream(millis).map(milli -> milli * MILLI).boxed().toList();
  }
}
