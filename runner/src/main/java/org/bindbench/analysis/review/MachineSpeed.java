package org.bindbench.analysis.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RulerDrift;
import org.bindbench.analysis.Summaries;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;

/** Whether the machine kept its speed while a run was made, by the ruler of its timed trials. */
final class MachineSpeed {
  /** The JVM that a reading was taken in: options and compilers of its own. */
  private record Place(String engine, String setup) {}

  private record Reading(Place place, double nanos) {}

  private MachineSpeed() {}

  /**
   * How the machine changed its speed; empty where it did not, or too few trials tell. Each reading
   * is taken relative to the median of its engine and setup, so that it does not matter how many of
   * which fall into either half of the run.
   */
  static Optional<String> moved(RunRecord run) {
    List<Reading> readings = run.trials().stream().flatMap(each -> reading(each).stream()).toList();
    Map<Place, Double> usual =
        readings.stream()
            .collect(Collectors.groupingBy(Reading::place, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> median(each.getValue())));
    return RulerDrift.between(
        readings.stream()
            .map(each -> each.nanos() / usual.getOrDefault(each.place(), each.nanos()))
            .toList());
  }

  /** The rows with the flag on those whose times the machine had a part in. */
  static List<CaseResult> marked(List<CaseResult> rows, RunRecord run) {
    Optional<String> moved = moved(run);
    return moved.isEmpty()
        ? rows
        : rows.stream().map(row -> isTimed(row) ? row.withMachineMoved(moved.get()) : row).toList();
  }

  private static boolean isTimed(CaseResult row) {
    return row.isCompleted() && row.declaration().timing().isTimed();
  }

  private static Optional<Reading> reading(TrialRecord trial) {
    if (!(trial.outcome() instanceof Completed completed)) return Optional.empty();
    Place place = new Place(trial.spec().engine(), trial.spec().setup());
    return completed.measures().stream()
        .filter(measure -> measure.metric().id().equals(Metrics.RULER.id()))
        .map(Measure::value)
        .filter(nanos -> nanos > 0)
        .map(nanos -> new Reading(place, nanos))
        .findFirst();
  }

  private static double median(List<Reading> readings) {
    return Summaries.quantile(readings.stream().mapToDouble(Reading::nanos).toArray(), 0.5);
  }
}
