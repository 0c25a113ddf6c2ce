package org.bindbench.model.metric;

import static org.bindbench.model.metric.Direction.LOWER_IS_BETTER;
import static org.bindbench.model.metric.Direction.NEITHER;

/** What the churn protocol measures beside its {@link ChurnReading readings}. */
public final class ChurnMetrics {
  /** The protocol's id. */
  public static final String PROTOCOL = "churn";

  /** Time to open a guest and to load the suite in it. */
  public static final Metric OPEN_TIME = Metric.measured("open_time", "ms", LOWER_IS_BETTER);

  /** Time to close a guest. */
  public static final Metric CLOSE_TIME = Metric.measured("close_time", "ms", LOWER_IS_BETTER);

  /** Guests that were opened, used and closed; cycles without any where the case is a control. */
  public static final Metric CONTEXTS = Metric.measured("contexts", "", NEITHER);

  private ChurnMetrics() {}
}
