package org.bindbench.analysis.trend;

import org.bindbench.model.metric.Direction;

/** What a higher or lower value means. */
public enum Effect {
  BETTER("better"),
  WORSE("worse"),
  /** The metric has no better side. */
  OTHER("other");

  private final String title;

  Effect(String title) {
    this.title = title;
  }

  /** The word people read. */
  public String title() {
    return title;
  }

  /** Of a value that moved in that direction. */
  static Effect of(Direction direction, boolean higher) {
    return switch (direction) {
      case NEITHER -> OTHER;
      case HIGHER_IS_BETTER -> higher ? BETTER : WORSE;
      case LOWER_IS_BETTER -> higher ? WORSE : BETTER;
    };
  }
}
