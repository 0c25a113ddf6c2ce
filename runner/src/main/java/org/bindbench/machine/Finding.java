package org.bindbench.machine;

/**
 * One thing the doctor looked at.
 *
 * @param topic a word or two: {@code JVM}, {@code memory limit}
 * @param message what was found, with its figures
 * @param advice what to do about it; empty where nothing is to be done
 */
public record Finding(String topic, Status status, String message, String advice) {
  /** How a finding stands. */
  public enum Status {
    OK,
    /** Figures will be less good than they could be. */
    ADVICE,
    /** Something will not work. */
    PROBLEM
  }

  static Finding ok(String topic, String message) {
    return new Finding(topic, Status.OK, message, "");
  }

  static Finding advice(String topic, String message, String advice) {
    return new Finding(topic, Status.ADVICE, message, advice);
  }

  static Finding problem(String topic, String message, String advice) {
    return new Finding(topic, Status.PROBLEM, message, advice);
  }
}
