package org.bindbench.report.layout;

/** How a piece of text is meant; colour says it again where there is colour. */
public enum Tone {
  PLAIN(""),
  HEADING("1"),
  QUIET("2"),
  GOOD("32"),
  DOUBTFUL("33"),
  BAD("31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** The parameter of the ANSI sequence, empty for none. */
  String code() {
    return code;
  }
}
