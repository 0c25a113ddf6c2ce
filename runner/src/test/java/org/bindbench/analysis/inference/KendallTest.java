package org.bindbench.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KendallTest {
  /**
   * Lightness and quality of tuna, Hollander &amp; Wolfe 1973, page 187. R 4 prints T = 26, p =
   * 0.05972 and tau 0.4444 for {@code cor.test(x, y, method = "kendall", alternative = "greater")},
   * the example of its help; 26 of 36 pairs agree.
   */
  @Test
  void theTunaOfHollanderAndWolfeIsExact() {
    List<Double> lightness = List.of(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1);
    List<Double> quality = List.of(2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8);
    List<Double> qualityByLightness =
        IntStream.range(0, 9)
            .boxed()
            .sorted(Comparator.comparing(lightness::get))
            .map(quality::get)
            .toList();

    Kendall test = Kendall.of(qualityByLightness);

    assertThat(test.s()).isEqualTo(26 - 10);
    assertThat(test.tau()).isCloseTo(0.4444444, within(1e-7));
    assertThat(test.risingP()).isCloseTo(0.05972, within(5e-6));
  }

  @Test
  void aRiseOfFourIsOneOrderOfTwentyFour() {
    assertThat(Kendall.of(List.of(1.0, 2.0, 3.0, 4.0)))
        .isEqualTo(new Kendall(6, 1, Kendall.of(List.of(5.0, 6.0, 7.0, 8.0)).risingP()));
    assertThat(Kendall.of(List.of(1.0, 2.0, 3.0, 4.0)).risingP())
        .isCloseTo(1 / 24.0, within(1e-15));
    assertThat(Kendall.of(List.of(4.0, 3.0, 2.0, 1.0)).risingP()).isCloseTo(1, within(1e-12));
    assertThat(Kendall.of(List.of(4.0, 3.0)).s()).isEqualTo(-1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void withTiesPIsTheShareOfAllOrdersThatRiseAsMuch(long seed) {
    Random random = new Random(seed);
    List<Double> series = DoubleStream.generate(() -> random.nextInt(4)).limit(7).boxed().toList();
    List<List<Double>> orders = new ArrayList<>();
    permute(new ArrayList<>(series), 0, orders);
    int s = Kendall.of(series).s();
    long atLeast = orders.stream().filter(order -> sum(order) >= s).count();

    assertThat(orders).hasSize(5040);
    assertThat(s).isEqualTo(sum(series));
    assertThat(Kendall.of(series).risingP()).isCloseTo(atLeast / 5040.0, within(1e-12));
  }

  @Test
  void constantsDoNotRise() {
    assertThat(Kendall.of(Collections.nCopies(30, 5.0))).isEqualTo(new Kendall(0, 0, 1));
  }

  @Test
  void theTwoZerosAreEqual() {
    assertThat(Kendall.of(List.of(-0.0, 0.0, 1.0))).isEqualTo(Kendall.of(List.of(0.0, 0.0, 1.0)));
  }

  @Test
  void shiftsAndScalesChangeNothing() {
    List<Double> series = List.of(3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0);
    assertThat(Kendall.of(series.stream().map(value -> 7 * value - 100).toList()))
        .isEqualTo(Kendall.of(series));
  }

  @Test
  void readingsThatOnlyVaryAreCalledRisingAsOftenAsTheLevelSays() {
    Random random = new Random(11);
    int rising = 0;
    for (int run = 0; run < 1000; run++) {
      List<Double> series = DoubleStream.generate(random::nextGaussian).limit(20).boxed().toList();
      if (Kendall.of(series).risingP() < 0.05) rising++;
    }
    assertThat(rising).as("seed 11").isBetween(25, 75);
    assertThat(Kendall.of(IntStream.range(0, 60).mapToObj(i -> (double) i).toList()).risingP())
        .isPositive()
        .isLessThan(1e-70);
  }

  @Test
  void whatIsNoSeriesIsRefused() {
    assertThatThrownBy(() -> Kendall.of(List.of(1.0))).hasMessageContaining("two or more");
    assertThatThrownBy(() -> Kendall.of(List.of(1.0, Double.NaN))).hasMessageContaining("NaN");
  }

  private static int sum(List<Double> order) {
    int sum = 0;
    for (int i = 0; i < order.size(); i++)
      for (int j = i + 1; j < order.size(); j++)
        sum += Integer.signum(Double.compare(order.get(j), order.get(i)));
    return sum;
  }

  private static void permute(List<Double> values, int from, List<List<Double>> orders) {
    if (from == values.size()) orders.add(List.copyOf(values));
    for (int i = from; i < values.size(); i++) {
      Collections.swap(values, from, i);
      permute(values, from + 1, orders);
      Collections.swap(values, from, i);
    }
  }
}
