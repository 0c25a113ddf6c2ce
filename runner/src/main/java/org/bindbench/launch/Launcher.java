package org.bindbench.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bindbench.launch.limits.LimitRule;
import org.bindbench.launch.limits.LimitSearch;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;

/** Runs a plan: one timed worker at a time, then untimed ones two at a time. */
public final class Launcher {
  private static final int UNTIMED_AT_ONCE = 2;

  private final Map<String, Forks> forks;
  private final Path bundle;
  private final Path folder;
  private final Ticker ticker;
  private final Map<String, StockInterpreter> stock;
  private final Progress progress;
  private final LimitRule limits;
  private final LongestFirst order = new LongestFirst();

  /**
   * A launcher for one run without searches for limits.
   *
   * @param workerJvms the JVM setups of the run, each under a name of its own
   * @param stock stock interpreters among the engines, by id
   * @param bundle folder with the guest libraries and the compiler
   * @param folder folder of the run, for logs
   */
  public Launcher(
      List<WorkerJvm> workerJvms,
      Map<String, StockInterpreter> stock,
      Path bundle,
      Path folder,
      Ticker ticker,
      Progress progress) {
    this(workerJvms, stock, bundle, folder, ticker, progress, LimitRule.NONE);
  }

  /**
   * A launcher for one run.
   *
   * @param workerJvms the JVM setups of the run, each under a name of its own
   * @param stock stock interpreters among the engines, by id
   * @param bundle folder with the guest libraries and the compiler
   * @param folder folder of the run, for logs
   * @param limits where searches for limits go
   */
  public Launcher(
      List<WorkerJvm> workerJvms,
      Map<String, StockInterpreter> stock,
      Path bundle,
      Path folder,
      Ticker ticker,
      Progress progress,
      LimitRule limits) {
    AtomicInteger count = new AtomicInteger();
    this.forks =
        workerJvms.stream()
            .collect(
                Collectors.toMap(
                    WorkerJvm::setup, jvm -> new Forks(jvm, bundle, folder, ticker, count)));
    this.bundle = bundle;
    this.folder = folder;
    this.ticker = ticker;
    this.stock = Map.copyOf(stock);
    this.progress = progress;
    this.limits = limits;
  }

  /**
   * Runs every batch that there is time for, and then what follows the plan.
   *
   * @param course decides both while the run goes on
   * @param ended told of each trial the moment it ended, from two threads at once for untimed ones
   * @return the trials in the order they ended
   * @throws InterruptedException where the run is interrupted
   */
  public List<TrialRecord> run(List<Batch> batches, Course course, Consumer<TrialRecord> ended)
      throws InterruptedException {
    List<TrialRecord> trials = Collections.synchronizedList(new ArrayList<>());
    Consumer<TrialRecord> keep =
        trial -> {
          trials.add(trial);
          ended.accept(trial);
        };
    Tally tally = new Tally(batches, course.open());
    Map<Boolean, List<Batch>> untimed =
        batches.stream()
            .filter(batch -> !batch.sharing().isTimed())
            .collect(Collectors.partitioningBy(course::goesFirst));
    Predicate<Batch> allowed = course::allows;
    runTwoAtATime(untimed.getOrDefault(true, List.of()), allowed, course, keep, tally);
    runTimed(batches, allowed, course, keep, tally);
    runTwoAtATime(untimed.getOrDefault(false, List.of()), allowed, course, keep, tally);
    runFurther(course, trials, keep, tally);
    return List.copyOf(trials);
  }

  private void runFurther(
      Course course, List<TrialRecord> trials, Consumer<TrialRecord> ended, Tally tally)
      throws InterruptedException {
    while (!LiveWorkers.isEnding()) {
      List<Batch> next = course.further(List.copyOf(trials));
      if (next.isEmpty()) return;
      // one alone was given because there is time for it; of several those before may have taken it
      Predicate<Batch> allowed =
          next.size() == 1 ? any -> true : batch -> batch.estimate().compareTo(course.left()) <= 0;
      runTimed(next, allowed, course, ended, tally);
      List<Batch> untimed = next.stream().filter(batch -> !batch.sharing().isTimed()).toList();
      runTwoAtATime(untimed, allowed, course, ended, tally);
    }
  }

  private void runTimed(
      List<Batch> batches,
      Predicate<Batch> allowed,
      Course course,
      Consumer<TrialRecord> ended,
      Tally tally)
      throws InterruptedException {
    for (Batch batch : batches)
      if (batch.sharing().isTimed() && allowed.test(batch)) run(batch, course, ended, tally);
  }

  private void run(Batch batch, Course course, Consumer<TrialRecord> ended, Tally tally)
      throws InterruptedException {
    if (LiveWorkers.isEnding()) {
      batch.trials().forEach(trial -> ended.accept(BatchRunner.interrupted(trial)));
      return;
    }
    long start = ticker.nanos();
    try {
      StockInterpreter interpreter = stock.get(batch.runsOn());
      if (interpreter != null)
        new StockRunner(interpreter, bundle, folder, ticker, progress, ended, course).run(batch);
      else if (batch.sharing() == Batch.Sharing.SEARCH) search(batch, course, ended);
      else new BatchRunner(forksOf(batch), progress, ended, course).run(batch);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a worker: " + e.getMessage(), e);
    }
    Duration time = Duration.ofNanos(ticker.nanos() - start);
    order.took(batch, time);
    course.took(batch, time);
    progress.advanced(tally.done(batch));
  }

  private void search(Batch batch, Course course, Consumer<TrialRecord> ended)
      throws IOException, InterruptedException {
    for (TrialSpec search : batch.trials())
      ended.accept(
          new LimitSearch(search, limits, progress)
              .run(
                  (options, watched) -> {
                    List<TrialRecord> tries = new ArrayList<>();
                    new BatchRunner(forksOf(batch).with(options), watched, tries::add, course)
                        .run(batch.with(List.of(search)));
                    return tries.stream().findFirst();
                  },
                  ticker));
  }

  private Forks forksOf(Batch batch) {
    Forks found = forks.get(batch.setup());
    if (found == null)
      throw new IllegalArgumentException("no JVM setup is called " + batch.setup());
    return found;
  }

  /** Bytes do not change when two workers run side by side; only clocks do. */
  private void runTwoAtATime(
      List<Batch> batches,
      Predicate<Batch> allowed,
      Course course,
      Consumer<TrialRecord> ended,
      Tally tally)
      throws InterruptedException {
    List<Batch> waiting = new ArrayList<>(batches);
    ExecutorService pool = Executors.newFixedThreadPool(UNTIMED_AT_ONCE);
    try {
      List<Future<?>> lanes = new ArrayList<>();
      for (int lane = 0; lane < UNTIMED_AT_ONCE; lane++)
        lanes.add(
            pool.submit(
                () -> {
                  Optional<Batch> batch;
                  while ((batch = order.takeFrom(waiting)).isPresent())
                    if (allowed.test(batch.get())) run(batch.get(), course, ended, tally);
                  return null;
                }));
      for (Future<?> lane : lanes) lane.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker could not be run", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /** How much of the estimated time is done, that of forks beyond the plan included. */
  private static final class Tally {
    private final double total;
    private double done;

    Tally(List<Batch> batches, Duration open) {
      this.total = Planner.estimate(batches).plus(open).toMillis();
    }

    synchronized double done(Batch batch) {
      done += batch.estimate().toMillis();
      return total == 0 ? 1 : Math.min(1, done / total);
    }
  }
}
