package org.bindbench.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bindbench.launch.WorkerProcess.Event;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.wire.Message;

/**
 * Runs one batch to its end. A trial that takes its worker down is a row of its own; the trials
 * that had not ended by then start over in a fresh worker.
 */
final class BatchRunner {
  private final Forks forks;
  private final Progress progress;
  private final Consumer<TrialRecord> ended;
  private final Course course;
  private final Map<TrialSpec, String> begun = new HashMap<>();

  BatchRunner(Forks forks, Progress progress, Consumer<TrialRecord> ended, Course course) {
    this.forks = forks;
    this.progress = progress;
    this.ended = ended;
    this.course = course;
  }

  void run(Batch batch) throws IOException, InterruptedException {
    Batch left = batch;
    while (!left.trials().isEmpty() && !LiveWorkers.isEnding()) left = left.with(attempt(left));
    left.trials().forEach(trial -> ended.accept(interrupted(trial, begun.getOrDefault(trial, ""))));
  }

  /** The row of a trial that was not begun when this process was told to end. */
  static TrialRecord interrupted(TrialSpec trial) {
    return interrupted(trial, "");
  }

  /**
   * The row of a trial that the end of this process left unmeasured. What it had read so far is not
   * reported: its warm-up may not have ended, and the checks that tell a figure from an artefact
   * come last.
   */
  private static TrialRecord interrupted(TrialSpec trial, String doing) {
    return new TrialRecord(
        trial,
        new TrialOutcome.Skipped("the run was interrupted " + when(doing), "run it again", true),
        Optional.empty(),
        0,
        0);
  }

  /** The outcome of a trial that had not ended when the time budget was spent. */
  static TrialOutcome outOfTime(String doing) {
    return new TrialOutcome.Skipped(
        "the time budget was spent " + when(doing),
        "give it more time, or measure less in it",
        true);
  }

  private static String when(String doing) {
    return doing.isEmpty()
        ? "before this was measured"
        : "in the middle of this (" + doing + "): a part of a trial gives no figure";
  }

  /** One worker; the trials it left unfinished. */
  private List<TrialSpec> attempt(Batch batch) throws IOException, InterruptedException {
    progress.starting(batch.engine() + ", fork " + batch.trials().get(0).fork());
    Forks.Fork fork = forks.fork(batch.runsOn(), batch.heap(), batch.jvmOptions());
    try (WorkerProcess process = fork.process()) {
      process.send(
          new Message.Measure(
              batch.runsOn(),
              forks.bundle(),
              batch.effort(),
              batch.sharing() == Batch.Sharing.ROTATION,
              batch.trials()));
      Attempt attempt = new Attempt(batch, fork);
      while (attempt.handle(process.next(shorter(batch.effort().limit(), course.left())))) {}
      return attempt.left();
    }
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** What is known of a worker while it runs. */
  private final class Attempt {
    private final Batch batch;
    private final Forks.Fork fork;
    private final List<TrialSpec> left;
    private Optional<WorkerFacts> facts = Optional.empty();
    private Optional<TrialSpec> current = Optional.empty();
    private String doing = "starting";

    Attempt(Batch batch, Forks.Fork fork) {
      this.batch = batch;
      this.fork = fork;
      this.left = new ArrayList<>(batch.trials());
    }

    List<TrialSpec> left() {
      return left;
    }

    /** Takes one event; whether more are to come. */
    boolean handle(Event event) throws IOException, InterruptedException {
      if (!(event instanceof Event.Received) && LiveWorkers.isEnding()) return false;
      if (course.left().isZero()) return cutOff();
      if (event instanceof Event.Received received) return handle(received.message());
      if (event instanceof Event.Malformed malformed) {
        fork.process().kill();
        blame(new TrialOutcome.ProtocolError(malformed.reason()));
      } else if (event instanceof Event.Silence) {
        blame(timedOut());
      } else {
        TrialOutcome death = fork.death();
        if (death instanceof TrialOutcome.Crashed crashed
            && LiveWorkers.endedTogether(crashed.exitCode())) return false;
        blame(death);
      }
      return false;
    }

    private boolean handle(Message message) throws InterruptedException {
      if (message instanceof Message.Opened opened) {
        facts = Optional.of(facts(opened));
      } else if (message instanceof Message.Working working) {
        TrialSpec trial = batch.trials().get(working.trial());
        current = Optional.of(trial);
        doing = working.doing();
        begun.put(trial, doing);
        progress.working(trial, doing);
      } else if (message instanceof Message.Ended end) {
        TrialSpec trial = batch.trials().get(end.trial());
        finish(new TrialRecord(trial, end.outcome(), facts, end.wallNanos(), end.cpuNanos()));
      } else if (message instanceof Message.Done) {
        fork.process().end();
        for (TrialSpec forgotten : List.copyOf(left))
          finish(
              trial(
                  forgotten,
                  new TrialOutcome.Incomplete("the worker was done without reporting the trial")));
        return false;
      }
      return true;
    }

    /** The time of the run is over: nothing that had not ended by then counts. */
    private boolean cutOff() throws InterruptedException {
      fork.process().kill();
      for (TrialSpec trial : List.copyOf(left))
        finish(trial(trial, outOfTime(begun.getOrDefault(trial, ""))));
      return false;
    }

    /** The trial in progress is to blame; before the first, the engine did not come up for any. */
    private void blame(TrialOutcome outcome) {
      if (current.isPresent() && left.contains(current.get()))
        finish(trial(current.get(), ExpectedEnd.judged(current.get(), doing, outcome)));
      else for (TrialSpec trial : List.copyOf(left)) finish(trial(trial, outcome));
    }

    private void finish(TrialRecord trial) {
      left.remove(trial.spec());
      ended.accept(trial);
      progress.ended(trial);
    }

    private TrialRecord trial(TrialSpec spec, TrialOutcome outcome) {
      return new TrialRecord(spec, outcome, facts, 0, 0);
    }

    private TrialOutcome timedOut() throws IOException, InterruptedException {
      Optional<String> stacks = fork.process().threads();
      fork.process().kill();
      Path dump = fork.log().resolveSibling(fork.log().getFileName() + ".threads.txt");
      if (stacks.isPresent()) Files.writeString(dump, stacks.get(), StandardCharsets.UTF_8);
      return new TrialOutcome.TimedOut(
          "nothing came for %d s while %s".formatted(batch.effort().limit().toSeconds(), doing),
          stacks.isPresent() ? dump.toString() : "");
    }

    private WorkerFacts facts(Message.Opened opened) {
      return new WorkerFacts(
          batch.runsOn(),
          opened.implementation(),
          opened.jit(),
          opened.jvm(),
          opened.collector(),
          fork.options(),
          batch.sharing().name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
