package org.bindbench.analysis.leak.path;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.churn.ChurnFinding;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.analysis.leak.LeakVerdict;
import org.bindbench.model.Role;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;

/** Which rows of a run lost memory, so that a fork of their own is to look for what holds it. */
public final class Losses {
  /**
   * Growth below this is not looked into: METHOD's floor of a leak, which a lifecycle of few cycles
   * cannot be called by this alone.
   */
  static final double BYTES_PER_OPERATION = 64;

  private static final Set<String> PROTOCOLS =
      Set.of(LeakMetrics.PROTOCOL, ChurnMetrics.PROTOCOL, "lifecycle");

  private static final Set<LeakVerdict> LEAKING =
      Set.of(LeakVerdict.LEAK, LeakVerdict.PLANTED_FOUND);

  private Losses() {}

  /** Whether a trial tells anything about what a row lost. */
  public static boolean areToldBy(TrialSpec trial) {
    return PROTOCOLS.contains(trial.declaration().protocol());
  }

  /**
   * The rows that lost memory: what is called a leak, the planted one with it, lifecycles that
   * grow, and guests that come and go and leave some of the heap. A leak that its case declares is
   * none that needs to be explained.
   */
  public static List<CaseResult> of(RunAnalysis analysis) {
    Set<String> leaking =
        LeakReview.of(analysis).stream()
            .filter(row -> LEAKING.contains(row.verdict()))
            .map(LeakRow::title)
            .collect(Collectors.toSet());
    Set<String> leaving =
        ContextChurn.of(analysis).stream()
            .flatMap(churn -> churn.measured().stream())
            .filter(row -> row.result().declaration().role() == Role.ASKED)
            .filter(
                row -> row.finding(ChurnReading.LIVE_HEAP).filter(ChurnFinding::isLeak).isPresent())
            .map(row -> row.result().title())
            .collect(Collectors.toSet());
    return analysis.results().stream()
        .filter(row -> !row.isControl())
        .filter(
            row ->
                leaking.contains(row.title()) || leaving.contains(row.title()) || growsByCycle(row))
        .toList();
  }

  /** The first trial of each of them: what {@link TrialSpec#explaining} is asked of. */
  public static List<TrialSpec> wanted(RunAnalysis analysis) {
    return of(analysis).stream().map(row -> row.trials().get(0).spec()).toList();
  }

  private static boolean growsByCycle(CaseResult row) {
    double low =
        row.summary(Metrics.GROWTH_PER_CYCLE.id())
            .flatMap(Summary::estimate)
            .map(Estimate::low)
            .orElse(Double.NaN);
    return low > BYTES_PER_OPERATION * operations(row);
  }

  /** Operations of a cycle; the same in all of them. */
  private static double operations(CaseResult row) {
    return row.trials().stream()
        .filter(trial -> trial.outcome() instanceof Completed)
        .flatMap(trial -> ((Completed) trial.outcome()).samples().stream())
        .filter(sample -> sample.metric().equals(Metrics.CYCLE_LIVE_BYTES.id()))
        .mapToLong(Sample::operations)
        .max()
        .orElse(Long.MAX_VALUE);
  }
}
