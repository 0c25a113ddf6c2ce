package org.bindbench.analysis.change;

/**
 * How much of a change counts. Shares are those of a slowdown: 0.05 is a ratio of 1.05, either way,
 * so that a change and its reversal are judged alike.
 *
 * @param least least change that counts, as a share (δ); 0.05 is 5 %
 * @param minor share from which a worsening is minor
 * @param major share from which it is major
 * @param critical share from which it is critical
 * @param floor least absolute difference that counts, in the metric's unit; 0 for none
 */
public record Gate(double least, double minor, double major, double critical, double floor) {
  public Gate {
    if (!(least > 0 && least < minor && minor < major && major < critical)
        || Double.isInfinite(critical))
      throw new IllegalArgumentException(
          "a gate's shares must rise from above 0, but are "
              + least
              + ", "
              + minor
              + ", "
              + major
              + ", "
              + critical);
    if (!(floor >= 0) || Double.isInfinite(floor))
      throw new IllegalArgumentException("a gate's floor must be 0 or more, but is " + floor);
  }

  /** Whether the point estimate of a change is large enough, either way. */
  boolean isReachedBy(Change change) {
    return change.isAtLeast(least);
  }

  /** Whether the headlines of both sides lie further apart than the floor. */
  boolean isAboveFloor(Sides sides) {
    return floor == 0 || sides.difference() >= floor;
  }

  /** The least share of that value that counts, the floor taken into account. */
  double leastOf(double value) {
    return floor == 0 ? least : Math.max(least, floor / value);
  }

  /** The same gate with another least change that counts. */
  public Gate withLeast(double share) {
    return new Gate(share, minor, major, critical, floor);
  }
}
