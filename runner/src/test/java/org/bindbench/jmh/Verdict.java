package org.bindbench.jmh;

import java.util.List;
import org.bindbench.analysis.Estimate;

/** Whether two harnesses tell the same of one function. */
enum Verdict {
  /** The ratio of at least 3 forks a side lies within 0.95 to 1.05. */
  WITHIN("within 0.95 to 1.05"),
  /** The ratio's interval contains 1, and reaches less than 15 % beyond the ratio. */
  NO_DIFFERENCE("no difference seen"),
  /**
   * Forks of both sides are at several speeds, of which these agree; see {@link Plateaus#agree}.
   */
  SAME_PLATEAUS("same plateaus"),
  /** The interval contains 1, but is too wide to say so, or there are fewer than 3 forks. */
  UNDECIDED("not decided"),
  /** A difference, which needs an explanation. */
  OUTSIDE("outside"),
  /** A side has no figure. */
  NO_FIGURE("no figure");

  private static final double LEAST = 0.95;
  private static final double MOST = 1.05;
  private static final double WIDEST = 0.15;

  private final String title;

  Verdict(String title) {
    this.title = title;
  }

  /** The words people read. */
  String title() {
    return title;
  }

  /** Whether nothing is left to explain. */
  boolean isFine() {
    return this == WITHIN || this == NO_DIFFERENCE || this == SAME_PLATEAUS;
  }

  /** Judges ours / JMH, which has an interval from 3 forks a side up. */
  static Verdict of(Estimate ratio) {
    if (ratio.value() >= LEAST && ratio.value() <= MOST) return WITHIN;
    if (ratio.low() > 1 || ratio.high() < 1) return OUTSIDE;
    double reach = Math.max(ratio.high() / ratio.value(), ratio.value() / ratio.low()) - 1;
    return reach < WIDEST ? NO_DIFFERENCE : UNDECIDED;
  }

  /** Whether all of them are fine, of which there must be some. */
  static boolean allFine(List<Verdict> verdicts) {
    return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::isFine);
  }
}
