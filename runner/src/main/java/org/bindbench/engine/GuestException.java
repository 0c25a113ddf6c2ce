package org.bindbench.engine;

/** A script's own error, with the script's own location. */
public final class GuestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  public enum Kind {
    /** The script raised an error or does not compile. */
    ERROR,
    /** The script is bound to a library that is not there. */
    BINDINGS_NOT_AVAILABLE,
    /** The engine cannot do what the script asks for. */
    UNSUPPORTED
  }

  private final Kind kind;
  private final String location;
  private final String trace;

  /**
   * A failure of a script.
   *
   * @param location {@code file:line:column} or {@code file:line}, empty where unknown
   * @param trace the guest's stack trace, may be empty
   */
  public GuestException(Kind kind, String message, String location, String trace) {
    super(message);
    this.kind = kind;
    this.location = location;
    this.trace = trace;
  }

  /** What kind of failure it is. */
  public Kind kind() {
    return kind;
  }

  /** Where in the script, {@code file:line[:column]}; empty where unknown. */
  public String location() {
    return location;
  }

  /** The guest's stack trace, may be empty. */
  public String trace() {
    return trace;
  }
}
