package org.bindbench.worker.protocol.limits;

import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The declared work of a case that has a limit: {@code run(work())} must return {@code answer()}.
 *
 * @param operations what {@code run} is called with
 * @param answer what it must return
 */
record Work(PreparedCase prepared, long operations, double answer) {
  /**
   * The work that the case declares by its hooks.
   *
   * @throws GuestException where it lacks one
   */
  static Work of(PreparedCase prepared) {
    for (String hook : new String[] {"work", "answer"})
      if (!prepared.has(hook))
        throw new GuestException(
            GuestException.Kind.ERROR,
            "a case that has a limit needs the hook " + hook + ", which returns a number",
            "",
            "");
    return new Work(prepared, (long) prepared.number("work"), prepared.number("answer"));
  }

  /** Does the work once; what was wrong with its answer, null where nothing was. */
  @Nullable TrialOutcome wrong() {
    double got = prepared.run(operations);
    return got == answer
        ? null
        : new TrialOutcome.WrongAnswer(
            "run(%d) returned %s, but must return %s".formatted(operations, got, answer));
  }
}
