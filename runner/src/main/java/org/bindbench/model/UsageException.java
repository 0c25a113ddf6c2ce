package org.bindbench.model;

/** What the user did wrong, in one sentence that says what, where and what to try next. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** A mistake in the command line or in a file: exit code 2. */
  public UsageException(String message) {
    this(message, 2);
  }

  /** A mistake with an exit code of its own, such as 78 for an unfit environment. */
  public UsageException(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** The exit code of the program. */
  public int exitCode() {
    return exitCode;
  }
}
