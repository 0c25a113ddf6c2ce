package org.bindbench.launch.limits;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.bindbench.launch.HeapOptions;
import org.bindbench.launch.Progress;
import org.bindbench.model.Ticker;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.Ending;
import org.bindbench.model.limits.LimitMetrics;
import org.bindbench.model.limits.LimitStep;
import org.bindbench.model.limits.LimitStep.Found;
import org.bindbench.model.limits.LimitStep.Try;
import org.bindbench.model.limits.LimitStep.Unsettled;
import org.bindbench.model.limits.Opening;
import org.bindbench.model.limits.Sought;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * One trial that is a whole search: a worker for each size that the rule names, until the rule has
 * found the limit. What fails for another reason than memory is the outcome of the trial.
 */
public final class LimitSearch {
  private final TrialSpec spec;
  private final Sought sought;
  private final LimitRule rule;
  private final Progress progress;
  private final List<Attempt> tries = new ArrayList<>();
  private Optional<WorkerFacts> facts = Optional.empty();
  private long cpuNanos;

  /** Makes one try: a worker with these options beside the usual ones, and what became of it. */
  @FunctionalInterface
  public interface Worker {
    /** Runs the case in a worker with the options; empty where this process is told to end. */
    Optional<TrialRecord> run(List<String> jvmOptions, Progress progress)
        throws IOException, InterruptedException;
  }

  /** A search for the limit that the trial's case asks for. */
  public LimitSearch(TrialSpec spec, LimitRule rule, Progress progress) {
    this.spec = spec;
    this.sought =
        Sought.of(spec.declaration())
            .orElseThrow(() -> new IllegalArgumentException(spec.title() + " has no limit"));
    this.rule = rule;
    this.progress = progress;
  }

  /** Runs the search to its end; the row of the trial. */
  public TrialRecord run(Worker worker, Ticker ticker) throws IOException, InterruptedException {
    long start = ticker.nanos();
    TrialOutcome outcome = outcome(worker);
    TrialRecord trial = new TrialRecord(spec, outcome, facts, ticker.nanos() - start, cpuNanos);
    progress.ended(trial);
    return trial;
  }

  private TrialOutcome outcome(Worker worker) throws IOException, InterruptedException {
    while (true) {
      LimitStep step = rule.next(spec, List.copyOf(tries));
      if (step instanceof Found found) return found(found);
      if (step instanceof Unsettled unsettled) return unsettled(unsettled);
      int size = ((Try) step).size();
      Watched watched =
          new Watched(progress, "try " + (tries.size() + 1) + ", " + sought.text(size));
      Optional<TrialRecord> tried = worker.run(options(size), watched);
      if (tried.isEmpty())
        return new TrialOutcome.Skipped(
            "the run was interrupted while it searched", "run it again", true);
      TrialRecord record = tried.get();
      facts = record.worker().or(() -> facts);
      cpuNanos += record.cpuNanos();
      Optional<Ending> ending = Ending.of(record.outcome(), watched.begun());
      if (ending.isEmpty()) return record.outcome();
      tries.add(attempt(size, ending.get(), watched.opening()));
    }
  }

  /** A try that died when it opened a context shows that so many are too many. */
  private static Attempt attempt(int size, Ending ending, Optional<Opening> opening) {
    return ending == Ending.COMPLETED || opening.isEmpty()
        ? new Attempt(size, ending)
        : Attempt.failed(opening.get(), ending);
  }

  private List<String> options(int size) {
    int heap = sought == Sought.SMALLEST_HEAP ? size : rule.contextHeapMebibytes(spec);
    List<String> options = new ArrayList<>(HeapOptions.fixed(heap));
    options.add("-D" + Sought.SIZE_PROPERTY + "=" + size);
    return options;
  }

  private TrialOutcome found(Found found) {
    List<Measure> measures = new ArrayList<>();
    List<Absent> absent = new ArrayList<>();
    measures.add(new Measure(sought.metric(), sought.value(found.size())));
    OptionalInt failed = found.failed();
    if (failed.isPresent()) {
      double gap = Math.abs(failed.getAsInt() - found.size());
      double smaller = Math.min(failed.getAsInt(), found.size());
      measures.add(new Measure(LimitMetrics.FAILED_SIZE, sought.value(failed.getAsInt())));
      measures.add(new Measure(LimitMetrics.STEP, 100 * gap / smaller));
    } else {
      String reason =
          "no limit was reached: " + sought.text(found.size()) + " is the hardest size tried";
      absent.add(new Absent(LimitMetrics.FAILED_SIZE, reason));
      absent.add(new Absent(LimitMetrics.STEP, reason));
    }
    if (sought == Sought.MOST_CONTEXTS)
      measures.add(
          new Measure(
              LimitMetrics.HEAP, Sought.SMALLEST_HEAP.value(rule.contextHeapMebibytes(spec))));
    measures.add(new Measure(LimitMetrics.TRIES, tries.size()));
    return new TrialOutcome.Completed(measures, absent, samples());
  }

  private List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < tries.size(); i++) {
      Attempt each = tries.get(i);
      samples.add(sample(LimitMetrics.TRIED_SIZE.id(), i, sought.value(each.size())));
      samples.add(sample(LimitMetrics.TRIED_ENDING.id(), i, each.ending().ordinal()));
    }
    return samples;
  }

  private static Sample sample(String metric, int number, double value) {
    return new Sample(metric, Phase.MEASURED, number, 1, value);
  }

  private TrialOutcome unsettled(Unsettled unsettled) {
    String how =
        tries.stream()
            .map(each -> sought.text(each.size()) + ": " + each.ending().title())
            .reduce((first, second) -> second)
            .orElse("nothing was tried");
    String reason = unsettled.reason() + "; the last try, " + how;
    boolean timedOut =
        tries.stream().filter(Predicate.not(Attempt::passed)).anyMatch(LimitSearch::isTimeOut);
    if (!unsettled.outOfMemory()) return new TrialOutcome.Incomplete(reason);
    return timedOut
        ? new TrialOutcome.TimedOut(reason, "")
        : new TrialOutcome.OutOfMemory(reason, "heap");
  }

  private static boolean isTimeOut(Attempt each) {
    return each.ending() == Ending.TIMED_OUT;
  }

  /** Passes on what a try does, under its size; that it failed is no news but a step. */
  private static final class Watched implements Progress {
    private final Progress progress;
    private final String size;
    private volatile boolean begun;
    private volatile Optional<Opening> opening = Optional.empty();

    Watched(Progress progress, String size) {
      this.progress = progress;
      this.size = size;
    }

    boolean begun() {
      return begun;
    }

    /** The context that was opened last, where nothing was done after that. */
    Optional<Opening> opening() {
      return opening;
    }

    @Override
    public void starting(String title) {
      progress.starting(title + ", " + size);
    }

    @Override
    public void working(TrialSpec trial, String doing) {
      begun = true;
      opening = Opening.of(doing);
      progress.working(trial, size + ": " + doing);
    }

    @Override
    public void ended(TrialRecord trial) {}

    @Override
    public void advanced(double share) {}
  }
}
