package org.bindbench.wire.foreign;

/** Something in a document is not what its tool writes; the message says what was expected. */
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String pointer;

  /**
   * At a place of the document.
   *
   * @param pointer JSON pointer
   */
  MalformedException(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  String pointer() {
    return pointer;
  }
}
