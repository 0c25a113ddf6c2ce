package org.bindbench.worker.protocol.rate;

import java.util.Optional;
import org.bindbench.engine.PreparedCase;

/**
 * A case that does more operations than it is asked for, so that its rate reads too low by a known
 * share: with it a self-check finds out whether a change of that size is noticed.
 *
 * @param share operations beyond those that are counted, as a share of them, above 0
 */
record PlantedCase(PreparedCase prepared, double share) implements PreparedCase {
  /** The system property of a worker that gives the share: {@code 0.1} for 10 % more. */
  static final String PROPERTY = "bindbench.plant.operations";

  private static final double MOST = 10;

  /**
   * The share that the property's text gives; empty where it is not set.
   *
   * @throws IllegalArgumentException where it is no share
   */
  static Optional<Double> share(Optional<String> text) {
    return text.map(PlantedCase::parsed);
  }

  private static double parsed(String text) {
    try {
      double share = Double.parseDouble(text);
      if (share > 0 && share <= MOST) return share;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(fault(text), e);
    }
    throw new IllegalArgumentException(fault(text));
  }

  private static String fault(String text) {
    return PROPERTY + " must be a number above 0 and up to 10, but is '" + text + "'";
  }

  @Override
  public double run(long operations) {
    return prepared.run(Math.round(operations * (1 + share)));
  }

  @Override
  public boolean has(String hook) {
    return prepared.has(hook);
  }

  @Override
  public void keep(String hook, long count) {
    prepared.keep(hook, count);
  }

  @Override
  public double number(String hook) {
    return prepared.number(hook);
  }

  @Override
  public String text(String hook) {
    return prepared.text(hook);
  }

  @Override
  public void release() {
    prepared.release();
  }
}
