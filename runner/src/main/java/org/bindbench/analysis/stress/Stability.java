package org.bindbench.analysis.stress;

/** The score of a trial in steps. */
public final class Stability {
  /** What the score is, for every place that shows it. */
  public static final String DEFINITION =
      "Stability is the mean of two shares: the steps in which everything could be allocated and"
          + " every answer was right, of all steps planned; and the throughput of the last of them,"
          + " of that of the fastest.";

  private Stability() {}

  /**
   * The score in percent.
   *
   * @param passed steps that passed
   * @param planned all steps, at least 1
   * @param keptPercent throughput of the last that passed in percent of the fastest one's
   */
  static double score(int passed, int planned, double keptPercent) {
    if (planned < 1 || passed > planned || passed < 0)
      throw new IllegalArgumentException(passed + " of " + planned + " steps cannot have passed");
    if (passed == 0) return 0;
    return (100.0 * passed / planned + Math.max(0, Math.min(100, keptPercent))) / 2;
  }
}
