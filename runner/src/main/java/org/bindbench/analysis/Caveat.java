package org.bindbench.analysis;

/**
 * Why a figure must not be taken for more than it is.
 *
 * @param word what stands beside the figure wherever it appears
 * @param reason what was found, with its figures
 */
public record Caveat(String word, String reason) {
  /** {@code unsteady (the last readings still changed in 2 of 3 forks)}. */
  @Override
  public String toString() {
    return reason.isEmpty() ? word : word + " (" + reason + ")";
  }
}
