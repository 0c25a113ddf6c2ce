package org.bindbench.cli.limits;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bindbench.analysis.Summaries;
import org.bindbench.cli.measure.Afterwards;
import org.bindbench.launch.Batch;
import org.bindbench.launch.HeapOptions;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.model.Effort;
import org.bindbench.model.Plan;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WarmUp;
import org.bindbench.model.limits.LimitMetrics;
import org.bindbench.model.limits.Room;
import org.bindbench.model.limits.Sought;
import org.bindbench.model.metric.Measure;

/**
 * Plans each case once more in heaps some times as large as the smallest that was found for it, in
 * an order drawn from the seed.
 *
 * @param rooms how many times as large
 * @param forks workers for each
 */
record Rooms(List<Room> rooms, int forks) implements Afterwards {
  /** After these five seconds a rate is not at its end on GraalPy, but its collector's load is. */
  static final Duration WARM_UP = Duration.ofSeconds(5);

  static final Duration MEASURED = Duration.ofSeconds(5);

  private static final double MEBIBYTE = 1 << 20;

  @Override
  public Further plan(Plan plan, List<WorkerJvm> setups, List<TrialRecord> trials) {
    List<WorkerJvm> sized = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    smallest(trials)
        .forEach(
            (row, heaps) -> {
              Effort effort = effort(plan, row);
              double heap = Summaries.summarise(LimitMetrics.SMALLEST_HEAP, heaps).value();
              for (Room room : rooms) {
                WorkerJvm setup = sized(setups, row, room, heap);
                sized.add(setup);
                for (int fork = 1; fork <= forks; fork++)
                  batches.add(batch(row, room, setup, effort, fork));
              }
            });
    Collections.shuffle(batches, new Random(plan.seed()));
    return new Further(sized, batches);
  }

  /** The heaps that the searches of each row found, in bytes; by the row's first trial. */
  private static Map<TrialSpec, List<Double>> smallest(List<TrialRecord> trials) {
    Map<TrialSpec, List<Double>> heaps = new LinkedHashMap<>();
    for (TrialRecord trial : trials)
      if (trial.outcome() instanceof Completed completed)
        completed.measures().stream()
            .filter(measure -> measure.metric().equals(LimitMetrics.SMALLEST_HEAP))
            .map(Measure::value)
            .forEach(
                heap ->
                    heaps
                        .computeIfAbsent(trial.spec().inFork(1), row -> new ArrayList<>())
                        .add(heap));
    return heaps;
  }

  private static WorkerJvm sized(
      List<WorkerJvm> setups, TrialSpec row, Room room, double smallestBytes) {
    WorkerJvm usual =
        setups.stream()
            .filter(setup -> setup.setup().equals(row.setup()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no JVM setup is called " + row.setup()));
    int mebibytes = (int) Math.ceil(room.times() * smallestBytes / MEBIBYTE);
    List<String> options = new ArrayList<>(HeapOptions.fixed(mebibytes));
    options.add("-D" + Sought.ROOM_PROPERTY + "=true");
    options.add("-D" + Sought.SIZE_PROPERTY + "=" + mebibytes);
    return usual.with(options).named(row.title() + " · " + room.title());
  }

  private static Batch batch(TrialSpec row, Room room, WorkerJvm setup, Effort effort, int fork) {
    TrialSpec trial =
        new TrialSpec(
            row.declaration(), row.id(), row.engine(), row.style(), room.setup(row.setup()), fork);
    return new Batch(
        row.engine(), setup.setup(), row.engine(), effort, Batch.Sharing.ALONE, List.of(trial));
  }

  private static Effort effort(Plan plan, TrialSpec row) {
    Effort of = plan.efforts().get(row.engine());
    if (of == null) throw new IllegalStateException("no effort is planned for " + row.engine());
    return new Effort(
        of.forks(),
        false,
        WarmUp.fixed(WARM_UP),
        MEASURED,
        of.slice(),
        of.iteration(),
        of.segmentsPerIteration(),
        of.retainedObjects(),
        of.weakObjects(),
        of.limit(),
        of.sizes());
  }
}
