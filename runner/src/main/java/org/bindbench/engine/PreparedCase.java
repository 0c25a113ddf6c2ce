package org.bindbench.engine;

/** A case after its set-up. Only {@link #run} may be surrounded by a clock. */
public interface PreparedCase {
  /**
   * Performs {@code operations} operations in the case's own loop.
   *
   * @return the case's answer; NaN where it returned no number
   * @throws GuestException where the script raises an error
   */
  double run(long operations);

  /** Whether the case has the hook. {@code run} is one. */
  boolean has(String hook);

  /**
   * Calls a hook with a count and keeps what it returns alive until {@link #release}.
   *
   * @throws GuestException where the script raises an error
   */
  void keep(String hook, long count);

  /**
   * Calls a hook without arguments for its number.
   *
   * @throws GuestException where the script raises an error or returns no number
   */
  double number(String hook);

  /**
   * Calls a hook with one number for its number.
   *
   * @throws GuestException where the script raises an error or returns no number
   */
  default double number(String hook, double argument) {
    throw new GuestException(
        GuestException.Kind.UNSUPPORTED, "this engine hands no numbers to hooks", "", "");
  }

  /**
   * Calls a hook without arguments for its text.
   *
   * @throws GuestException where the script raises an error or returns no text, or where the engine
   *     hands on numbers alone
   */
  default String text(String hook) {
    throw new GuestException(
        GuestException.Kind.UNSUPPORTED, "this engine hands on numbers alone", "", "");
  }

  /**
   * Drops everything {@link #keep} holds, and calls the case's {@code release} hook if it has one.
   */
  void release();
}
