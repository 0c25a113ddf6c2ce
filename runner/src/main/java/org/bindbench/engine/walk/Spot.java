package org.bindbench.engine.walk;

/**
 * Where a value is.
 *
 * @param name how a script would write it
 * @param place where that name is known
 */
public record Spot(String name, String place) {
  /** A longest name; what lies deeper is not looked at, for nobody could read it. */
  static final int LONGEST = 120;

  /** A part of this value: {@code .name} or {@code [key]}. */
  public Spot step(String step) {
    return new Spot(name + step, place);
  }
}
