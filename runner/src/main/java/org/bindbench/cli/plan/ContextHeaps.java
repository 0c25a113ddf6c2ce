package org.bindbench.cli.plan;

import org.bindbench.model.Language;

/**
 * The heaps in which the most contexts are searched for.
 *
 * @param lua in MiB, for contexts of Lua
 * @param python in MiB, for contexts of Python
 */
public record ContextHeaps(int lua, int python) {
  /**
   * Those of runs of suites: LuaJ opens hundreds of contexts in its heap, and GraalPy without the
   * JIT so many that one is less than a step of 5 %.
   */
  public static final ContextHeaps OF_SUITES = new ContextHeaps(128, 320);

  /**
   * Those of a search alone, which has the time for a heap in which what GraalPy's compiler takes
   * of it, more or less, is a few contexts of many.
   */
  public static final ContextHeaps OF_SEARCHES = new ContextHeaps(128, 640);

  /** The same heap for all. */
  public static ContextHeaps all(int mebibytes) {
    return new ContextHeaps(mebibytes, mebibytes);
  }

  /** That of the language, in MiB. */
  public int mebibytes(Language language) {
    return language == Language.PYTHON ? python : lua;
  }
}
