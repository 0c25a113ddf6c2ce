package org.bindbench.model.metric;

/**
 * What a number means.
 *
 * @param id name in files, such as {@code rate} or {@code retained_bytes}
 * @param unit unit of its values, such as {@code objects/s} or {@code bytes/object}
 * @param direction which way is better
 * @param reported true where the script printed the number itself and the host only read it
 */
public record Metric(String id, String unit, Direction direction, boolean reported) {
  public Metric {
    if (id.isBlank()) throw new IllegalArgumentException("a metric needs an id");
  }

  /** A metric that the host measured. */
  public static Metric measured(String id, String unit, Direction direction) {
    return new Metric(id, unit, direction, false);
  }
}
