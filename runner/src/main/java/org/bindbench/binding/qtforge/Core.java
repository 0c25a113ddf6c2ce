package org.bindbench.binding.qtforge;

import java.util.Objects;
import java.util.function.LongUnaryOperator;

/** The namespace {@code qtforge.core}. */
public final class Core {
  private final SharedObjects shared;

  Core(SharedObjects shared) {
    this.shared = shared;
  }

  /** A manager without plugins. */
  @SuppressWarnings("MemberName") // scripts see this name
  public PluginManager create_plugin_manager() {
    return new PluginManager();
  }

  /**
   * Runs a simulation's step on the calling thread, each time with what it returned last.
   *
   * @param times how often, 0 or more
   * @return what the last step returned; {@code start} where there was none
   * @throws IllegalArgumentException where {@code times} is negative
   * @throws RuntimeException what a step has thrown, which ends the simulation
   */
  public long iterate(LongUnaryOperator step, long start, long times) {
    Objects.requireNonNull(step, "a step is missing");
    if (times < 0) {
      throw new IllegalArgumentException("a simulation cannot run " + times + " times");
    }
    long state = start;
    for (long i = 0; i < times; i++) state = step.applyAsLong(state);
    return state;
  }

  /** The one manager of that name, which all guests of a trial share. */
  @SuppressWarnings("MemberName") // scripts see this name
  public PluginManager shared_plugin_manager(String name) {
    return shared.manager(Objects.requireNonNull(name, "a manager needs a name"));
  }
}
