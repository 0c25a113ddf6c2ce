package org.bindbench.model.limits;

import java.util.List;
import java.util.Locale;

/**
 * A heap some times as large as the smallest that a case gets through with. Multiples of it, rather
 * than sizes, make collectors and engines comparable: Blackburn et al., "Rethinking Java
 * Performance Analysis", ASPLOS 2025.
 */
public record Room(double times) {
  /** Tight, usual and roomy. */
  public static final List<Room> ALL = List.of(new Room(1.5), new Room(2), new Room(3));

  private static final String BEHIND = " x smallest heap";

  /** The name of the setup in which a row is measured with this room. */
  public String setup(String usual) {
    return (usual.isEmpty() ? "" : usual + ", ") + title() + BEHIND;
  }

  /** Whether the setup is one with this room beside the usual one. */
  public boolean isSetup(String usual, String setup) {
    return setup(usual).equals(setup);
  }

  /** Whether a setup is one with any room. */
  public static boolean isRoom(String setup) {
    return setup.endsWith(BEHIND);
  }

  /** {@code 1.5}, {@code 2}. */
  public String title() {
    return times == Math.rint(times)
        ? Integer.toString((int) times)
        : String.format(Locale.ROOT, "%.1f", times);
  }
}
