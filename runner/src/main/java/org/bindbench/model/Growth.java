package org.bindbench.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/** How fast the cost of {@code run(n)} may grow with {@code n}, as a case declares it. */
public enum Growth {
  /** Not at all. */
  CONSTANT("1", n -> 1),
  /** With the logarithm of the size. */
  LOGARITHMIC("log n", Math::log),
  /** With the size. */
  LINEAR("n", n -> n),
  /** As sorting does. */
  LINEARITHMIC("n log n", n -> n * Math.log(n)),
  /** With the square of the size. */
  QUADRATIC("n^2", n -> n * n);

  private final String title;
  private final DoubleUnaryOperator cost;

  Growth(String title, DoubleUnaryOperator cost) {
    this.title = title;
    this.cost = cost;
  }

  /** What cases write: {@code 1}, {@code log n}, {@code n}, {@code n log n}, {@code n^2}. */
  public String title() {
    return title;
  }

  /**
   * The growth of that title.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static Growth of(String title) {
    return Arrays.stream(values())
        .filter(growth -> growth.title.equals(title))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "grows is '"
                        + title
                        + "', but must be one of "
                        + Arrays.stream(values())
                            .map(Growth::title)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * The slope of the cost on log-log axes between two sizes: 1 for {@code n}, 1.1 for {@code n log
   * n} between 1,000 and 1,000,000.
   *
   * @param smallest above 1
   * @param largest above the smallest
   */
  public double exponent(double smallest, double largest) {
    if (!(smallest > 1 && largest > smallest))
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "no growth from a size of %s to %s", smallest, largest));
    return Math.log(cost.applyAsDouble(largest) / cost.applyAsDouble(smallest))
        / Math.log(largest / smallest);
  }
}
