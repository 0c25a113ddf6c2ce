package org.bindbench.analysis.limits;

import java.util.List;
import java.util.SplittableRandom;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.LimitStep;
import org.bindbench.model.limits.Sought;

/**
 * The searches of a run. Each begins at a size of its own, drawn from the seed, so that searches
 * for the same limit try different sizes and agree only where the limit is there.
 *
 * @param seed seed of the run
 */
public record Searches(long seed) {
  /** The widest gap between what was got through and what failed. */
  public static final double STEP = 0.05;

  /** How often the result must have been got through, without any failure. */
  public static final int PASSES = 3;

  /** Nine do where tries agree, and six where failed ones tell what they held. */
  static final int MOST_TRIES = 24;

  /** Near what the suites that come with the program need, in MiB and contexts. */
  private static final double USUAL_HEAP = 96;

  private static final double USUAL_CONTEXTS = 24;

  /**
   * What the search of that trial does next.
   *
   * @param search the case, its engine, and the number of the search as the fork
   * @param tries its tries so far, in their order
   */
  public LimitStep next(TrialSpec search, List<Attempt> tries) {
    return bisection(search).next(tries);
  }

  Bisection bisection(TrialSpec search) {
    Sought sought =
        Sought.of(search.declaration())
            .orElseThrow(() -> new IllegalArgumentException(search.title() + " has no limit"));
    Range range = Range.of(sought);
    double usual = sought == Sought.SMALLEST_HEAP ? USUAL_HEAP : USUAL_CONTEXTS;
    // not java.util.Random, whose first draws are alike where its seeds are
    SplittableRandom random =
        new SplittableRandom(seed + 31L * search.title().hashCode() + search.fork());
    int start = range.nearest(usual * Math.pow(2, random.nextDouble() - 0.5));
    return new Bisection(range, start, STEP, PASSES, MOST_TRIES);
  }
}
