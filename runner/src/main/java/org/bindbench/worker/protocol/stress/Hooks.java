package org.bindbench.worker.protocol.stress;

import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;

/** What a protocol needs of a case. */
final class Hooks {
  private Hooks() {}

  /**
   * The case, once it is known to have these hooks.
   *
   * @throws GuestException where it lacks one
   */
  static PreparedCase required(PreparedCase prepared, String... hooks) {
    for (String hook : hooks)
      if (!prepared.has(hook))
        throw new GuestException(
            GuestException.Kind.UNSUPPORTED, "the case has no hook `" + hook + "`", "", "");
    return prepared;
  }
}
