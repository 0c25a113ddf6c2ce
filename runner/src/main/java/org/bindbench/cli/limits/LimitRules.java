package org.bindbench.cli.limits;

import java.util.List;
import org.bindbench.analysis.limits.Searches;
import org.bindbench.launch.limits.LimitRule;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.LimitStep;

/**
 * Where the searches of a run go.
 *
 * @param seed seed of the run, from which each search draws its start
 */
public record LimitRules(long seed, int contextHeapMebibytes) implements LimitRule {
  /** Enough for GraalPy to open contexts in; LuaJ opens hundreds. */
  public static final int USUAL_CONTEXT_HEAP = 128;

  @Override
  public LimitStep next(TrialSpec search, List<Attempt> tries) {
    return new Searches(seed).next(search, tries);
  }
}
