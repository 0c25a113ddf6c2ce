package org.bindbench.analysis.leak;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.leak.LeakFinding.Inconclusive;
import org.bindbench.analysis.leak.LeakFinding.Leak;
import org.bindbench.analysis.leak.LeakFinding.Suspicion;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.Role;
import org.bindbench.model.TrialSpec;

/**
 * A case of leaks on one engine, judged.
 *
 * @param spec of the trial that decided, or of the first one where none was completed
 * @param bytesFrom id of the engine whose worker the bytes come from; empty where none came up
 * @param kept who kept the growth; empty where that was not measured
 * @param doubts why the finding must not be trusted; none where control and planted leak speak for
 *     it
 */
public record LeakRow(
    TrialSpec spec,
    String bytesFrom,
    LeakFinding finding,
    Optional<Kept> kept,
    List<String> doubts) {
  public LeakRow {
    doubts = List.copyOf(doubts);
  }

  /** The same row with these doubts. */
  LeakRow doubted(List<String> why) {
    return new LeakRow(spec, bytesFrom, finding, kept, why);
  }

  /** What the case is there for. */
  public Role role() {
    return spec.declaration().role();
  }

  /** The case. */
  public CaseDeclaration declaration() {
    return spec.declaration();
  }

  /** Engine, style and setup. */
  public Column column() {
    return Column.of(spec);
  }

  /** {@code suite.case · engine}, as in other parts of a report. */
  public String title() {
    return spec.id() + " · " + column();
  }

  /** Whether control and planted leak speak for the finding. */
  public boolean isTrusted() {
    return doubts.isEmpty();
  }

  /** The word for it. */
  public LeakVerdict verdict() {
    boolean leak = finding instanceof Leak;
    if (finding instanceof Inconclusive) return LeakVerdict.NOT_DECIDED;
    return switch (role()) {
      case CONTROL -> leak ? LeakVerdict.CONTROL_GROWS : LeakVerdict.CONTROL_STILL;
      case PLANTED ->
          leak && isOfPlantedSize() ? LeakVerdict.PLANTED_FOUND : LeakVerdict.PLANTED_NOT_FOUND;
      case DECLARED -> leak ? LeakVerdict.LEAKS_AS_DECLARED : LeakVerdict.DECLARED_BUT_NOT_FOUND;
      case ASKED -> {
        if (leak && !needsMoreCycles()) yield LeakVerdict.LEAK;
        yield leak || finding instanceof Suspicion ? LeakVerdict.SUSPECTED : LeakVerdict.NO_LEAK;
      }
    };
  }

  /**
   * Whether it looks like a leak that nobody declared, over so few cycles that a cache which fills
   * looks so once in twenty times.
   */
  boolean needsMoreCycles() {
    boolean open = finding instanceof Suspicion || finding instanceof Leak && role() == Role.ASKED;
    return open
        && finding.figures().filter(growth -> growth.cycles() < LeakCycles.ENOUGH).isPresent();
  }

  /** Whether it shows that leaks were not measured as they should have been. */
  public boolean isInvalid() {
    return verdict() == LeakVerdict.CONTROL_GROWS || verdict() == LeakVerdict.PLANTED_NOT_FOUND;
  }

  /** How bad a leak is that nobody declared; empty where there is none, or none to be trusted. */
  public Optional<Severity> severity() {
    return verdict() == LeakVerdict.LEAK && isTrusted()
        ? Optional.of(((Leak) finding).severity())
        : Optional.empty();
  }

  /** Whether it fails the run. */
  public boolean fails() {
    return severity().filter(Severity.CRITICAL::equals).isPresent();
  }

  /** Bytes an operation that a planted leak keeps at least; 0 where the case does not say. */
  public double plantedBytes() {
    return declaration().leastAllocation();
  }

  /** Whether the interval does not lie below what was planted. */
  private boolean isOfPlantedSize() {
    return finding
        .figures()
        .filter(growth -> growth.perCycle().high() >= plantedBytes() * growth.operations())
        .isPresent();
  }
}
