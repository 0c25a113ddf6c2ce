package org.bindbench.model.metric;

/** Which way a metric improves. */
public enum Direction {
  HIGHER_IS_BETTER,
  LOWER_IS_BETTER,
  /** A fact without a better side, such as a count. */
  NEITHER
}
