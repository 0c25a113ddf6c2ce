package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  /**
   * The 15 tests of thrombolysis in Benjamini &amp; Hochberg, JRSS B 1995, section 3.2: their
   * procedure rejects the four smallest at 0.05, Bonferroni the three smallest.
   */
  private static final List<Double> THROMBOLYSIS =
      List.of(
          0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
          0.5719, 0.6528, 0.7590, 1.0000);

  @Test
  void thePaperOf1995RejectsFourOfItsFifteen() {
    List<Double> adjusted = BenjaminiHochberg.adjusted(THROMBOLYSIS);

    assertThat(adjusted.stream().filter(p -> p < 0.05)).hasSize(4);
    assertThat(adjusted.subList(0, 4)).allMatch(p -> p < 0.05);
  }

  /** R 4, {@code p.adjust(p, "BH")} of the same 15. */
  @Test
  void theAdjustedValuesAreThoseOfR() {
    double[] expected = {
      0.0015,
      0.003,
      0.0095,
      0.035625,
      0.0603,
      0.06385714,
      0.06385714,
      0.0645,
      0.0765,
      0.486,
      0.58118182,
      0.714875,
      0.75323077,
      0.81321429,
      1
    };
    List<Double> adjusted = BenjaminiHochberg.adjusted(THROMBOLYSIS);

    for (int i = 0; i < expected.length; i++)
      assertThat(adjusted.get(i)).isCloseTo(expected[i], within(1e-8));
  }

  @Test
  void theOrderOfTheTestsDoesNotMatter() {
    List<Double> shuffled = new ArrayList<>(THROMBOLYSIS);
    Collections.shuffle(shuffled, new Random(1995));

    List<Double> adjusted = BenjaminiHochberg.adjusted(shuffled);

    List<Double> inOrder = BenjaminiHochberg.adjusted(THROMBOLYSIS);
    for (int i = 0; i < shuffled.size(); i++)
      assertThat(adjusted.get(i)).isEqualTo(inOrder.get(THROMBOLYSIS.indexOf(shuffled.get(i))));
  }

  @Test
  void aSingleTestKeepsItsPAndEqualOnesShareTheirs() {
    assertThat(BenjaminiHochberg.adjusted(List.of(0.03))).containsExactly(0.03);
    assertThat(BenjaminiHochberg.adjusted(List.of(0.03, 0.03))).containsExactly(0.03, 0.03);
    assertThat(BenjaminiHochberg.adjusted(List.of(0.9, 1.0, 0.8))).containsOnly(1.0);
    assertThat(BenjaminiHochberg.adjusted(List.of())).isEmpty();
  }

  @Test
  void underChanceAloneAnyRejectionIsAsRareAsTheLevel() {
    Random random = new Random(7);
    int families = 0;
    for (int run = 0; run < 4000; run++) {
      List<Double> p = DoubleStream.generate(random::nextDouble).limit(12).boxed().toList();
      if (BenjaminiHochberg.adjusted(p).stream().anyMatch(each -> each < 0.05)) families++;
    }
    assertThat(families / 4000.0).as("seed 7").isBetween(0.036, 0.064);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatThrownBy(() -> BenjaminiHochberg.adjusted(List.of(0.1, Double.NaN)))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> BenjaminiHochberg.adjusted(List.of(1.1))).hasMessageContaining("1.1");
    assertThatThrownBy(() -> BenjaminiHochberg.adjusted(List.of(-0.1)))
        .hasMessageContaining("-0.1");
    assertThat(BenjaminiHochberg.adjusted(List.of(0.0, 1.0))).containsExactly(0.0, 1.0);
  }
}
