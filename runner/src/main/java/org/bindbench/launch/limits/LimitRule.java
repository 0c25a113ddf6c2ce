package org.bindbench.launch.limits;

import java.util.List;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.LimitStep;

/** Decides where a search goes. */
public interface LimitRule {
  /** For runs that plan no search. */
  LimitRule NONE =
      new LimitRule() {
        @Override
        public LimitStep next(TrialSpec search, List<Attempt> tries) {
          throw new IllegalStateException("this run has no rule for searches: " + search.title());
        }

        @Override
        public int contextHeapMebibytes(TrialSpec search) {
          throw new IllegalStateException("this run has no rule for searches");
        }
      };

  /**
   * What the search does next.
   *
   * @param search the case, its engine, and the number of the search as the fork
   * @param tries its tries so far, in their order
   */
  LimitStep next(TrialSpec search, List<Attempt> tries);

  /** The heap in which the search counts contexts, in MiB. */
  int contextHeapMebibytes(TrialSpec search);
}
