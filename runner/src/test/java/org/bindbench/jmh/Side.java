package org.bindbench.jmh;

/** Who measures. */
enum Side {
  OURS("bindbench"),
  JMH("jmh");

  private final String folder;

  Side(String folder) {
    this.folder = folder;
  }

  /** Where its forks are kept. */
  String folder() {
    return folder;
  }
}
