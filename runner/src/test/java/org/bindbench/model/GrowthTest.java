package org.bindbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthTest {
  @Test
  void powersHaveTheirExponentAtAnySizes() {
    assertThat(Growth.of("1").exponent(10, 640)).isZero();
    assertThat(Growth.of("n").exponent(10, 640)).isCloseTo(1, within(1e-12));
    assertThat(Growth.of("n^2").exponent(10, 640)).isCloseTo(2, within(1e-12));
  }

  @Test
  void logarithmsAddWhatTheyGrowBetweenTheSizes() {
    double added = Math.log(2) / Math.log(1000); // ln 10^6 is twice ln 10^3
    assertThat(Growth.of("log n").exponent(1e3, 1e6)).isCloseTo(added, within(1e-12));
    assertThat(Growth.of("n log n").exponent(1e3, 1e6)).isCloseTo(1 + added, within(1e-12));
  }

  @Test
  void anUnknownGrowthIsNamedBesideTheKnownOnes() {
    assertThatThrownBy(() -> Growth.of("n!"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("grows is 'n!', but must be one of 1, log n, n, n log n, n^2");
  }

  @Test
  void sizesThatTellNothingAreRefused() {
    assertThat(Sizes.standard().scalingSizes()).hasSizeGreaterThan(6);
    for (List<Integer> sizes :
        List.of(
            List.of(10, 20, 40, 80, 640), // too few
            List.of(10, 20, 40, 80, 160, 320), // too narrow
            List.of(10, 20, 40, 30, 160, 640))) // not rising
    assertThatThrownBy(() -> new Sizes(10, 1, sizes, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(sizes.toString());
    assertThatThrownBy(() -> new Sizes(9, 1, Sizes.standard().scalingSizes(), 1))
        .hasMessageContaining("cycles must be at least 10");
  }
}
