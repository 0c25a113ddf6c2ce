package org.bindbench.analysis.inference;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many hypotheses are rejected so that the expected share of false ones among them stays
 * below a level (Benjamini &amp; Hochberg, "Controlling the false discovery rate", JRSS B 1995).
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * The adjusted p of each: the least level at which it is rejected, min over j ≥ i of p(j)·m/j, at
   * most 1. It is compared with the level in place of p.
   *
   * @param pValues within 0 to 1, in any order
   * @return as many, in the same order
   */
  public static List<Double> adjusted(List<Double> pValues) {
    for (double p : pValues)
      if (!(p >= 0 && p <= 1)) throw new IllegalArgumentException("p must be 0 to 1, but is " + p);
    int count = pValues.size();
    List<Integer> falling =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> pValues.get(i)).reversed())
            .toList();
    Double[] adjusted = new Double[count];
    double least = 1;
    for (int i = 0; i < count; i++) {
      int which = falling.get(i);
      least = Math.min(least, pValues.get(which) * count / (count - i));
      adjusted[which] = least;
    }
    return List.of(adjusted);
  }
}
