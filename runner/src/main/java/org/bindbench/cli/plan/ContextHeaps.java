package org.bindbench.cli.plan;

import org.bindbench.model.Language;

/**
 * The heaps in which the most contexts are searched for.
 *
 * @param lua in MiB, for contexts of Lua
 * @param python in MiB, for contexts of Python
 */
public record ContextHeaps(int lua, int python) {
  /** For Lua everywhere, in MiB. */
  public static final int OF_LUA = 128;

  /** For Python where nothing but limits is searched for, in MiB. */
  public static final int OF_PYTHON_ALONE = 640;

  /**
   * Those of runs of suites: LuaJ opens hundreds of contexts in its heap, and GraalPy without the
   * JIT so many that one is less than a step of 5 %.
   */
  public static final ContextHeaps OF_SUITES = new ContextHeaps(OF_LUA, 320);

  /**
   * Those of a search alone, which has the time for a heap in which what GraalPy's compiler takes
   * of it, more or less, is a few contexts of many.
   */
  public static final ContextHeaps OF_SEARCHES = new ContextHeaps(OF_LUA, OF_PYTHON_ALONE);

  /** The same heap for all. */
  public static ContextHeaps all(int mebibytes) {
    return new ContextHeaps(mebibytes, mebibytes);
  }

  /** That of the language, in MiB. */
  public int mebibytes(Language language) {
    return language == Language.PYTHON ? python : lua;
  }
}
