package org.bindbench.model.limits;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bindbench.model.TrialOutcome;

/**
 * How a try ended that says something of memory. What fails for another reason says nothing of a
 * limit. The order is that of the numbers in stored runs: new ones go to the end.
 */
public enum Ending {
  COMPLETED("it completed"),
  SCRIPT_ERROR("the script raised an error for want of memory"),
  HEAP_EXHAUSTED("a Java OutOfMemoryError ended the worker: Java heap space"),
  OVERHEAD("a Java OutOfMemoryError ended the worker: GC overhead limit exceeded"),
  KILLED("the system killed the worker for want of memory"),
  NO_START("the engine did not even start"),
  TIMED_OUT("nothing came from the worker until the time limit");

  private static final Pattern WANT_OF_MEMORY =
      Pattern.compile("MemoryError|OutOfMemory|not enough memory|Java heap space");

  /** What HotSpot says where a heap cannot even hold the JVM itself. */
  private static final Pattern TOO_SMALL = Pattern.compile("(?i)heap|initialization of VM");

  private final String title;

  Ending(String title) {
    this.title = title;
  }

  /**
   * What the outcome of a try says of memory.
   *
   * @param begun whether the engine had come up and the case begun
   * @return empty where the try failed for another reason, or was not made
   */
  public static Optional<Ending> of(TrialOutcome outcome, boolean begun) {
    if (outcome instanceof TrialOutcome.Completed) return Optional.of(COMPLETED);
    if (outcome instanceof TrialOutcome.TimedOut) return Optional.of(TIMED_OUT);
    if (outcome instanceof TrialOutcome.OutOfMemory memory) {
      if (memory.where().equals("killed")) return Optional.of(KILLED);
      if (!begun) return Optional.of(NO_START);
      boolean overhead = memory.reason().contains("GC overhead limit");
      return Optional.of(overhead ? OVERHEAD : HEAP_EXHAUSTED);
    }
    if (outcome instanceof TrialOutcome.ScriptFailed failed)
      return WANT_OF_MEMORY.matcher(failed.reason()).find()
          ? Optional.of(SCRIPT_ERROR)
          : Optional.empty();
    if (outcome instanceof TrialOutcome.Crashed crashed && !begun)
      return TOO_SMALL.matcher(crashed.reason()).find() ? Optional.of(NO_START) : Optional.empty();
    return Optional.empty();
  }

  /** The ending of that number in a stored run. */
  public static Ending numbered(double number) {
    return values()[(int) number];
  }

  /** How it ended, as a part of a sentence. */
  public String title() {
    return title;
  }
}
