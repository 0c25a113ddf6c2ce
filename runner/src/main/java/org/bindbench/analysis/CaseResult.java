package org.bindbench.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Capability;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Role;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Absent;

/**
 * One row: a case on one engine in one binding style, over all its forks.
 *
 * @param status {@code COMPLETED} where at least one fork yielded figures, else the first failing
 *     fork's status
 * @param reason why it has no figures, or which forks failed; empty where all is well
 * @param location where in the script, empty where unknown
 * @param summaries one per metric, in the protocol's order; empty where nothing completed
 * @param absent metrics that cannot be had, with the reason
 * @param steadiness of timed cases; {@code NOT_ASSESSED} for untimed ones
 * @param forkSteadiness the same for each of the trials, in their order; {@code NOT_ASSESSED} for
 *     those without figures
 * @param flags words that must stand beside the figures wherever they appear: {@code inlined},
 *     {@code interpreter only}, {@code without the JIT}, {@code reported by the script} …
 * @param trials the forks behind the row
 * @param machineMoved how the machine changed its speed while the run was made, empty where it did
 *     not or where times do not matter to the row
 */
public record CaseResult(
    CaseDeclaration declaration,
    CaseId id,
    String engine,
    BindingStyle style,
    String status,
    String reason,
    String location,
    List<Summary> summaries,
    List<Absent> absent,
    Steadiness steadiness,
    List<Steadiness> forkSteadiness,
    List<String> flags,
    List<TrialRecord> trials,
    String machineMoved) {
  /** Flag: an operation takes less than a call can take. */
  public static final String INLINED = "inlined";

  /** Flag: Python's times come from an engine without its JIT. */
  public static final String INTERPRETER_ONLY = "interpreter only";

  /** Flag: Python's bytes come from a worker without the JIT, where they repeat exactly. */
  public static final String WITHOUT_JIT = "without the JIT";

  /** Flag: timed cases shared one JVM, warmed in rotation. */
  public static final String SHARED_JVM = "shared JVM";

  /** Flag: the script printed the number itself. */
  public static final String REPORTED = "reported by the script";

  /** Flag: the machine changed its speed while the run was made. */
  public static final String MACHINE_MOVED = "machine moved";

  /** Begin of a flag: operations were added without being counted, by a self-check. */
  public static final String PLANTED = "planted";

  public CaseResult {
    summaries = List.copyOf(summaries);
    absent = List.copyOf(absent);
    forkSteadiness = List.copyOf(forkSteadiness);
    flags = List.copyOf(flags);
    trials = List.copyOf(trials);
  }

  /** A row of a machine that kept its speed. */
  public CaseResult(
      CaseDeclaration declaration,
      CaseId id,
      String engine,
      BindingStyle style,
      String status,
      String reason,
      String location,
      List<Summary> summaries,
      List<Absent> absent,
      Steadiness steadiness,
      List<Steadiness> forkSteadiness,
      List<String> flags,
      List<TrialRecord> trials) {
    this(
        declaration,
        id,
        engine,
        style,
        status,
        reason,
        location,
        summaries,
        absent,
        steadiness,
        forkSteadiness,
        flags,
        trials,
        "");
  }

  /** The same row with the flag of a machine that moved, and how it did. */
  public CaseResult withMachineMoved(String how) {
    return new CaseResult(
        declaration,
        id,
        engine,
        style,
        status,
        reason,
        location,
        summaries,
        absent,
        steadiness,
        forkSteadiness,
        Stream.concat(flags.stream(), Stream.of(MACHINE_MOVED)).toList(),
        trials,
        how);
  }

  /** What each flag says against the figures; without those said once for the whole run. */
  public List<Caveat> caveats() {
    return Caveats.of(this);
  }

  /** Those that go with a figure into comparisons; that bytes were interpreted is none of them. */
  public List<Caveat> doubts() {
    return caveats().stream()
        .filter(each -> !each.word().equals(WITHOUT_JIT) && !Shortfall.isIn(each.word()))
        .toList();
  }

  /** The verdict of a row that probes a facility, empty for all others. */
  public Optional<Capability> capability() {
    return trials.stream()
        .map(TrialRecord::outcome)
        .filter(Completed.class::isInstance)
        .flatMap(outcome -> ((Completed) outcome).capability().stream())
        .findFirst();
  }

  /** Whether the row has figures. */
  public boolean isCompleted() {
    return !summaries.isEmpty();
  }

  /** Whether the case exists to check the measurement; it is neither checked nor compared. */
  public boolean isControl() {
    return declaration.role() == Role.CONTROL;
  }

  /** Whether this flag stands beside the row's figures. */
  public boolean hasFlag(String flag) {
    return flags.contains(flag);
  }

  /** The summary of a metric, empty where the row has none. */
  public Optional<Summary> summary(String metricId) {
    return summaries.stream().filter(each -> each.metric().id().equals(metricId)).findFirst();
  }

  /** The heading of the row's column in comparisons: engine, and the style where it is bound. */
  public Column column() {
    return new Column(engine, style, setup());
  }

  /** Name of the JVM setup where the run compares several; else empty. */
  public String setup() {
    return trials.isEmpty() ? "" : trials.get(0).spec().setup();
  }

  /** The row in a sentence: {@code suite.case · column}. */
  public String title() {
    return id + " · " + column();
  }

  /** Why the row lacks the figure of a metric: its status, or why this one is absent. */
  public String missing(String metricId) {
    if (!isCompleted() && absent.isEmpty())
      return reason.isEmpty() ? status : status + ": " + reason;
    return absent.stream()
        .filter(each -> each.metric().id().equals(metricId))
        .map(Absent::reason)
        .findFirst()
        .orElse(metricId + " was not delivered");
  }
}
