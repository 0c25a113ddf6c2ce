package org.bindbench.model;

import java.util.List;
import java.util.Optional;
import org.bindbench.model.Capability.Verdict;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.StressMetrics;

/** What became of a guest that allocated until memory was out: the result of such a trial. */
public final class BeyondLimit {
  /** The protocol of such trials. */
  public static final String PROTOCOL = "limit";

  /** What a worker says it does while memory runs out; its end is a result only then. */
  public static final String EXHAUSTING = "allocating until memory is out";

  private BeyondLimit() {}

  /** Where it could be caught that memory was out. */
  public enum Place {
    /** The script itself caught it. */
    SCRIPT,
    /** It passed the script's own handler and reached Java. */
    JAVA,
    /** Nowhere: the process ended. */
    NOWHERE
  }

  /**
   * The result of a guest that lives on.
   *
   * @param place {@link Place#SCRIPT} or {@link Place#JAVA}
   * @param error what was caught there, in the engine's own words
   * @param usable whether {@code run(1000)} gave the right answer afterwards
   * @param leftBehindPercent live heap afterwards in percent of that before; NaN where memory was
   *     still out then
   * @param answer of {@code run(1000)} before
   */
  public static Completed survived(
      Place place, String error, boolean usable, double leftBehindPercent, double answer) {
    String then = usable ? "; afterwards it works" : "; afterwards it gives no right answer";
    String where = place == Place.SCRIPT ? "the script caught " : "only Java could catch ";
    Verdict verdict =
        !usable ? Verdict.UNSUPPORTED : place == Place.SCRIPT ? Verdict.SUPPORTED : Verdict.BROKEN;
    Completed completed =
        new Completed(
            List.of(
                new Measure(Metrics.ANSWER, answer),
                shown(StressMetrics.CAUGHT_IN_SCRIPT, place == Place.SCRIPT),
                shown(StressMetrics.RAISED_IN_JAVA, place == Place.JAVA),
                shown(StressMetrics.PROCESS_ENDED, false),
                shown(StressMetrics.USABLE_AFTERWARDS, usable)),
            List.of(),
            List.of(),
            Optional.of(new Capability(verdict, where + error + then)));
    return Double.isNaN(leftBehindPercent)
        ? completed.without(
            new Absent(
                StressMetrics.LEFT_BEHIND, "memory was still out when the script had let go of it"))
        : completed.with(new Measure(StressMetrics.LEFT_BEHIND, leftBehindPercent));
  }

  /** The result where the process ended, for that reason. */
  public static Completed ended(String reason) {
    return new Completed(
        List.of(
            shown(StressMetrics.CAUGHT_IN_SCRIPT, false),
            shown(StressMetrics.RAISED_IN_JAVA, false),
            shown(StressMetrics.PROCESS_ENDED, true),
            shown(StressMetrics.USABLE_AFTERWARDS, false)),
        List.of(new Absent(StressMetrics.LEFT_BEHIND, "the process ended: " + reason)),
        List.of(),
        Optional.of(new Capability(Verdict.UNSUPPORTED, "the process ended: " + reason)));
  }

  private static Measure shown(Metric metric, boolean happened) {
    return new Measure(metric, happened ? 100 : 0);
  }
}
