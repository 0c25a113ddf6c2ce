package org.bindbench.analysis.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who kept what grew, in words. */
class KeptTest {
  @Test
  void smallSharesAreNotNamed() {
    assertThat(new Kept(980, 5, 15).sentence())
        .isEqualTo("98 % was free once the case's functions were let go");
  }

  @Test
  void everyLargeShareIsNamed() {
    assertThat(new Kept(500, 300, 200).sentence())
        .isEqualTo(
            "50 % was free once the case's functions were let go, 30 % was free once its interpreter"
                + " was closed, 20 % was not free even with its interpreter closed: the library, the"
                + " engine or the JVM keeps it");
    assertThat(new Kept(0, 1000, 0).sentence())
        .isEqualTo("100 % was free once its interpreter was closed");
  }

  @Test
  void moreThanAllIsAll() {
    assertThat(new Kept(1200, -100, -100).sentence())
        .isEqualTo("100 % was free once the case's functions were let go");
  }

  @Test
  void whereNothingGrewNobodyKeptIt() {
    assertThat(new Kept(5, 5, -20).sentence()).isEmpty();
  }
}
