package org.bindbench.analysis;

import java.util.Map;
import org.bindbench.model.Language;

/**
 * What such suites are expected to reach.
 *
 * @param creationRate objects/s, at least
 * @param callRate calls/s, at least
 * @param memoryBytes retained bytes per object, less than
 * @param cleanupPercent share of retained bytes freed, more than, by language
 * @param clearedPercent share of weak references cleared by the first collection, at least
 */
public record Thresholds(
    double creationRate,
    double callRate,
    double memoryBytes,
    Map<Language, Double> cleanupPercent,
    double clearedPercent) {
  public Thresholds {
    cleanupPercent = Map.copyOf(cleanupPercent);
  }

  /** The expectations that this program documents. */
  public static Thresholds published() {
    return new Thresholds(50, 1000, 10_240, Map.of(Language.PYTHON, 80.0, Language.LUA, 50.0), 80);
  }
}
