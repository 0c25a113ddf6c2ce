package org.bindbench.analysis.trend;

/**
 * How sure and how large a change must be to count.
 *
 * @param window readings that are looked at together when changes are sought
 * @param level largest p of a change that is kept
 * @param firstPassLevel largest p of a change that is looked at again
 * @param leastMagnitude least change that counts, as a share: 0.05 is 5 %
 */
public record Detection(int window, double level, double firstPassLevel, double leastMagnitude) {
  /** Fewer readings cannot reach the usual level: 7 of 14 can be chosen in 3,432 ways. */
  public static final int FEWEST_READINGS = 14;

  /** What Hunter takes (Fleming et al., ICPE 2023), with p by permutation. */
  public static final Detection USUAL = new Detection(50, 0.001, 0.01, 0.05);

  public Detection {
    if (window < 2 * EnergyCut.FEWEST || window > EnergyCut.MOST / 2)
      throw new IllegalArgumentException("window must be from 6 to 1000, but is " + window);
    if (!(level > 0 && level <= firstPassLevel && firstPassLevel < 1))
      throw new IllegalArgumentException(
          "levels must rise between 0 and 1, but are " + level + " and " + firstPassLevel);
  }
}
