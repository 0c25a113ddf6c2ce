package org.bindbench.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Sample;

/**
 * How a trial ended. A trial that did not yield figures is a row with one of these words and a
 * reason: never a missing row, never a number.
 */
public sealed interface TrialOutcome {

  /** What happened, in one sentence; empty for {@link Completed}. */
  String reason();

  /** Whether the run as a whole has a trial that errored (exit code 3). */
  default boolean isError() {
    return true;
  }

  /** The word for the outcome in files and reports, such as {@code SCRIPT_FAILED}. */
  default String status() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  /**
   * The trial ran and its figures count. A measure that is no figure (not a number, infinite, or
   * less than nothing) is moved to the absent ones, wherever it came from.
   *
   * @param measures one value per metric
   * @param absent metrics the engine or the case cannot give, each with the reason
   * @param samples every reading behind them, warm-up included
   * @param capability the verdict of a probe, empty where something was measured
   */
  record Completed(
      List<Measure> measures,
      List<Absent> absent,
      List<Sample> samples,
      Optional<Capability> capability)
      implements TrialOutcome {
    public Completed {
      absent =
          Stream.concat(
                  absent.stream(),
                  measures.stream()
                      .flatMap(
                          each ->
                              each.flaw().stream()
                                  .map(reason -> new Absent(each.metric(), reason))))
              .toList();
      measures = measures.stream().filter(each -> each.flaw().isEmpty()).toList();
      samples = List.copyOf(samples);
    }

    /** A measurement. */
    public Completed(List<Measure> measures, List<Absent> absent, List<Sample> samples) {
      this(measures, absent, samples, Optional.empty());
    }

    /** A probe's verdict. */
    public Completed(Capability capability) {
      this(List.of(), List.of(), List.of(), Optional.of(capability));
    }

    /** The same outcome with one measure more. */
    public Completed with(Measure more) {
      return new Completed(
          Stream.concat(measures.stream(), Stream.of(more)).toList(), absent, samples, capability);
    }

    /** The same outcome with one metric more that could not be had. */
    public Completed without(Absent more) {
      return new Completed(
          measures, Stream.concat(absent.stream(), Stream.of(more)).toList(), samples, capability);
    }

    @Override
    public String reason() {
      return "";
    }

    @Override
    public boolean isError() {
      return false;
    }
  }

  /**
   * The trial measured nothing; it looked for what keeps memory alive that another trial lost.
   *
   * @param evidence what it saw
   */
  record Explained(LeakEvidence evidence) implements TrialOutcome {
    @Override
    public String reason() {
      return "";
    }

    @Override
    public boolean isError() {
      return false;
    }
  }

  /** The case returned another answer than before, or than other engines. */
  record WrongAnswer(String reason) implements TrialOutcome {}

  /**
   * The compiler removed the work, so its rate would mean nothing.
   *
   * @param samples the readings that show it
   */
  record Eliminated(String reason, List<Sample> samples) implements TrialOutcome {
    public Eliminated {
      samples = List.copyOf(samples);
    }

    @Override
    public boolean isError() {
      return false;
    }
  }

  /**
   * The script raised an error, or does not load.
   *
   * @param reason the error's own message
   * @param location {@code file:line:column} or {@code file:line}, empty where the engine has none
   * @param detail the guest's stack trace, may be empty
   */
  record ScriptFailed(String reason, String location, String detail) implements TrialOutcome {}

  /**
   * The trial said nothing for longer than allowed; its process tree was ended.
   *
   * @param threadDump file with the worker's threads at that moment, empty where it did not answer
   */
  record TimedOut(String reason, String threadDump) implements TrialOutcome {}

  /**
   * The worker's process ended by itself.
   *
   * @param exitCode its exit code; above 128 on Unix, 128 + the signal's number
   * @param log file with the last words of the process, empty where there are none
   */
  record Crashed(String reason, int exitCode, String log) implements TrialOutcome {}

  /**
   * Memory ran out.
   *
   * @param where {@code heap} or {@code killed} (by the system)
   */
  record OutOfMemory(String reason, String where) implements TrialOutcome {}

  /** The worker ended in good order without having reported the trial. */
  record Incomplete(String reason) implements TrialOutcome {}

  /** The worker sent what is no message. */
  record ProtocolError(String reason) implements TrialOutcome {}

  /** The sandbox refused what the script asked for. */
  record Denied(String reason) implements TrialOutcome {
    @Override
    public boolean isError() {
      return false;
    }
  }

  /** The engine or the case lacks what the measurement needs. */
  record Unsupported(String reason) implements TrialOutcome {
    @Override
    public boolean isError() {
      return false;
    }
  }

  /**
   * The trial was not run, or not to its end.
   *
   * @param advice what to do to have it run
   * @param cutShort whether the run ended or its time was over before; else the trial cannot run as
   *     things are, however long the run takes
   */
  record Skipped(String reason, String advice, boolean cutShort) implements TrialOutcome {
    /** A trial that cannot run as things are. */
    public Skipped(String reason, String advice) {
      this(reason, advice, false);
    }

    /** Whether the outcome is that of a trial which the end of its run left unmeasured. */
    public static boolean isCutShort(TrialOutcome outcome) {
      return outcome instanceof Skipped skipped && skipped.cutShort();
    }

    @Override
    public boolean isError() {
      return false;
    }
  }
}
