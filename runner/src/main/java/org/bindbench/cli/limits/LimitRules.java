package org.bindbench.cli.limits;

import java.util.List;
import java.util.OptionalInt;
import org.bindbench.analysis.limits.Searches;
import org.bindbench.launch.limits.LimitRule;
import org.bindbench.model.Language;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.LimitStep;

/**
 * Where the searches of a run go.
 *
 * @param seed seed of the run, from which each search draws its start
 * @param heapMebibytes the heap in which contexts are counted; the usual one of each language where
 *     none is named
 */
public record LimitRules(long seed, OptionalInt heapMebibytes) implements LimitRule {
  /** LuaJ opens hundreds of contexts in it. */
  static final int USUAL_OF_LUA = 128;

  /** GraalPy opens so many that one is less than a step of 5 %. */
  static final int USUAL_OF_PYTHON = 320;

  @Override
  public LimitStep next(TrialSpec search, List<Attempt> tries) {
    return new Searches(seed).next(search, tries);
  }

  @Override
  public int contextHeapMebibytes(TrialSpec search) {
    boolean isPython = Language.PYTHON.owns(search.declaration().file());
    return heapMebibytes.orElse(isPython ? USUAL_OF_PYTHON : USUAL_OF_LUA);
  }
}
