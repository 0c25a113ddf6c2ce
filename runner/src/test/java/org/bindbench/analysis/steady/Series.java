package org.bindbench.analysis.steady;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A planted series: levels and slopes with multiplicative lognormal noise from a named seed. */
final class Series {
  private final Random random;
  private final List<Double> readings = new ArrayList<>();
  private double noise;

  private Series(long seed) {
    random = new Random(seed);
  }

  static Series of(long seed) {
    return new Series(seed);
  }

  /** Standard deviation of the logarithm of what follows. */
  Series noise(double noise) {
    this.noise = noise;
    return this;
  }

  Series level(int length, double level) {
    return slope(length, level, level);
  }

  Series slope(int length, double first, double last) {
    for (int i = 0; i < length; i++) {
      double level = length == 1 ? first : first + (last - first) * i / (length - 1);
      readings.add(level * Math.exp(noise * random.nextGaussian()));
    }
    return this;
  }

  double[] toArray() {
    return readings.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
