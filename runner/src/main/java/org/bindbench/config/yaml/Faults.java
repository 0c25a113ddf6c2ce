package org.bindbench.config.yaml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with a source, at most once per place: the first that was found there. */
public final class Faults {
  private static final int LONGEST = 1000;

  private final Map<Origin, String> sentences = new TreeMap<>();

  /**
   * Adds a fault.
   *
   * @param what what is written there
   * @param expected what should be
   * @param advice what to do
   */
  public void add(Origin at, String what, String expected, String advice) {
    sentences.putIfAbsent(at, what + "; expected " + expected + "; " + advice);
  }

  /** {@code place: sentence}, in the order of the places; what the source says cannot steer. */
  public List<String> lines() {
    return sentences.entrySet().stream()
        .map(fault -> fault.getKey() + ": " + fault.getValue())
        .map(line -> line.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?"))
        .map(line -> line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...")
        .toList();
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return sentences.isEmpty();
  }
}
