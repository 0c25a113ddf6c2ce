package org.bindbench.cli.limits;

import java.util.List;
import org.bindbench.analysis.limits.Searches;
import org.bindbench.cli.plan.ContextHeaps;
import org.bindbench.launch.limits.LimitRule;
import org.bindbench.model.Language;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.LimitStep;

/**
 * Where the searches of a run go.
 *
 * @param seed seed of the run, from which each search draws its start
 * @param heaps the heaps in which contexts are counted
 */
public record LimitRules(long seed, ContextHeaps heaps) implements LimitRule {
  @Override
  public LimitStep next(TrialSpec search, List<Attempt> tries) {
    return new Searches(seed).next(search, tries);
  }

  @Override
  public int contextHeapMebibytes(TrialSpec search) {
    boolean isPython = Language.PYTHON.owns(search.declaration().file());
    return heaps.mebibytes(isPython ? Language.PYTHON : Language.LUA);
  }
}
