package org.bindbench.worker.protocol.stress;

import java.util.List;
import java.util.Optional;
import org.bindbench.engine.GuestException;

/** Whether memory ran out in what a guest was asked to do. */
final class OutOfMemory {
  /** What engines and JVMs call it in the messages of errors. */
  private static final List<String> WORDS =
      List.of(
          "MemoryError", "OutOfMemory", "heap space", "GC overhead limit", "Resource exhausted");

  private OutOfMemory() {}

  /**
   * Does something; what was raised where memory ran out, in the engine's own words.
   *
   * @throws GuestException where the script failed for another reason
   */
  static Optional<String> in(Runnable act) {
    try {
      act.run();
      return Optional.empty();
    } catch (OutOfMemoryError e) {
      return Optional.of(e.toString());
    } catch (GuestException e) {
      String message = String.valueOf(e.getMessage());
      if (!isMeant(message)) throw e;
      return Optional.of(message);
    }
  }

  /** In a plain loop, which needs no memory: a lambda has to be linked. */
  static boolean isMeant(String message) {
    for (String word : WORDS) if (message.contains(word)) return true;
    return false;
  }
}
