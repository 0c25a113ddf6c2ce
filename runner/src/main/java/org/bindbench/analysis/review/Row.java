package org.bindbench.analysis.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Steadiness;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.churn.ChurnGrowth;
import org.bindbench.analysis.growth.Fit;
import org.bindbench.analysis.pauses.PauseQuantile;
import org.bindbench.analysis.steady.SteadyState;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialOutcome.ScriptFailed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/** Makes one row of the forks behind it. */
final class Row {
  private Row() {}

  /**
   * The row of these forks of one case on one engine in one style.
   *
   * @param forks at least one, in the order of their numbers
   */
  static CaseResult of(List<TrialRecord> forks) {
    TrialSpec spec = forks.get(0).spec();
    List<Completed> completed = completed(forks);
    List<TrialRecord> failed =
        forks.stream().filter(fork -> !(fork.outcome() instanceof Completed)).toList();
    List<Summary> summaries = new ArrayList<>(summaries(completed));
    List<Absent> absent = new ArrayList<>(absent(completed));
    if (Protocol.of(spec.declaration()) == Protocol.GC && !completed.isEmpty()) {
      summaries.addAll(0, PauseQuantile.summaries(completed));
      absent.addAll(0, PauseQuantile.absences(completed));
    }
    boolean isRate = Protocol.of(spec.declaration()) == Protocol.RATE;
    List<Steadiness> perFork =
        forks.stream()
            .map(fork -> isRate ? steadiness(fork.outcome()) : Steadiness.NOT_ASSESSED)
            .toList();
    Steadiness steadiness = isRate ? combined(forks, perFork) : Steadiness.NOT_ASSESSED;
    return new CaseResult(
        spec.declaration(),
        spec.id(),
        spec.engine(),
        spec.style(),
        completed.isEmpty() ? failed.get(0).outcome().status() : completed.get(0).status(),
        reason(failed, forks.size()),
        location(failed),
        summaries,
        absent,
        steadiness,
        perFork,
        Flags.of(forks, summaries, steadiness),
        forks);
  }

  private static Steadiness steadiness(TrialOutcome outcome) {
    return outcome instanceof Completed completed
        ? SteadyState.classify(completed.samples())
        : Steadiness.NOT_ASSESSED;
  }

  private static Steadiness combined(List<TrialRecord> forks, List<Steadiness> perFork) {
    return SteadyState.combine(
        IntStream.range(0, forks.size())
            .filter(i -> forks.get(i).outcome() instanceof Completed)
            .mapToObj(perFork::get)
            .toList());
  }

  private static List<Completed> completed(List<TrialRecord> forks) {
    return forks.stream()
        .map(TrialRecord::outcome)
        .filter(Completed.class::isInstance)
        .map(Completed.class::cast)
        .toList();
  }

  /** One summary per metric; the answer is judged for agreement and has none. */
  private static List<Summary> summaries(List<Completed> completed) {
    Map<Metric, List<Double>> values = new LinkedHashMap<>();
    for (Completed fork : completed)
      for (Measure measure : fork.measures())
        if (!measure.metric().id().equals(Metrics.ANSWER.id()))
          values.computeIfAbsent(measure.metric(), id -> new ArrayList<>()).add(measure.value());
    return values.entrySet().stream()
        .map(entry -> Summaries.summarise(entry.getKey(), entry.getValue()))
        .map(summary -> Fit.withInterval(summary, completed))
        .map(summary -> ChurnGrowth.withInterval(summary, completed))
        .toList();
  }

  /** What forks could not give; where others could, the reason says how many could not. */
  private static List<Absent> absent(List<Completed> completed) {
    Map<Absent, Long> counts =
        completed.stream()
            .flatMap(fork -> fork.absent().stream())
            .collect(
                Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            entry -> {
              Absent absent = entry.getKey();
              if (entry.getValue() == completed.size()) return absent;
              String share = entry.getValue() + " of " + completed.size() + " forks: ";
              return new Absent(absent.metric(), share + absent.reason());
            })
        .toList();
  }

  /** The reason alone where all forks failed alike, else which forks failed and how. */
  private static String reason(List<TrialRecord> failed, int forks) {
    Map<String, List<TrialRecord>> alike =
        failed.stream()
            .collect(
                Collectors.groupingBy(
                    fork -> fork.outcome().status() + ": " + fork.outcome().reason(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (alike.size() == 1 && failed.size() == forks) return failed.get(0).outcome().reason();
    return alike.entrySet().stream()
        .map(entry -> numbers(entry.getValue()) + " " + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  private static String numbers(List<TrialRecord> forks) {
    return (forks.size() == 1 ? "fork " : "forks ")
        + forks.stream()
            .map(fork -> Integer.toString(fork.spec().fork()))
            .collect(Collectors.joining(", "));
  }

  private static String location(List<TrialRecord> failed) {
    return failed.stream()
        .map(TrialRecord::outcome)
        .filter(ScriptFailed.class::isInstance)
        .map(outcome -> ((ScriptFailed) outcome).location())
        .filter(location -> !location.isEmpty())
        .findFirst()
        .orElse("");
  }
}
