package org.bindbench.engine.walk;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a value is made of.
 *
 * @param kind what it is in its language
 * @param size elements or entries it has; empty where it is no container
 * @param children what it holds, or the first of it
 */
public record Contents(String kind, OptionalLong size, List<Child> children) {
  /** How many children of one value are looked at. */
  public static final int BREADTH = 1_000;

  private static final Contents NOTHING = new Contents("", OptionalLong.empty(), List.of());

  /** A value that another holds. */
  public record Child(Spot spot, Object value) {}

  public Contents {
    children = List.copyOf(children);
  }

  /** A value that holds nothing of interest. */
  public static Contents nothing() {
    return NOTHING;
  }

  /** A value that is no container but holds others. */
  public static Contents holding(List<Child> children) {
    return new Contents("", OptionalLong.empty(), children);
  }

  /** A container. */
  public static Contents container(String kind, long size, List<Child> children) {
    return new Contents(kind, OptionalLong.of(size), children);
  }
}
