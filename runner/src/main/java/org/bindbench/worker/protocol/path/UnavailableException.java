package org.bindbench.worker.protocol.path;

/** This JVM lacks what would be needed; the message says what. */
final class UnavailableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  UnavailableException(String message) {
    super(message);
  }
}
