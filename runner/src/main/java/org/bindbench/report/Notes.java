package org.bindbench.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Shortfall;
import org.bindbench.analysis.Summary;
import org.bindbench.model.CaseDeclaration;

/** The words that must stand beside a figure wherever it appears. */
final class Notes {
  private Notes() {}

  /**
   * The words of a row, and how many of its forks gave no figure. That JVMs were shared is said
   * once for the whole run, since it holds for every timed row.
   */
  static List<String> of(CaseResult row) {
    if (!row.isCompleted()) return List.of("see below");
    Set<String> notes = new LinkedHashSet<>();
    row.caveats().stream().map(Caveat::word).forEach(notes::add);
    String failed = Shortfall.of(row.trials());
    if (!failed.isEmpty()) {
      notes.remove(failed);
      notes.add(failed + ", see below");
    }
    return List.copyOf(notes);
  }

  /** The same for one metric, which the script may have reported itself. */
  static List<String> of(CaseResult row, Summary summary) {
    Set<String> notes = new LinkedHashSet<>();
    if (summary.metric().reported()) notes.add(CaseResult.REPORTED);
    notes.addAll(of(row));
    return List.copyOf(notes);
  }

  /** Whether nothing needs to be said beside the row's figures. */
  static boolean isClean(CaseResult row) {
    return row.isCompleted() && of(row).isEmpty();
  }

  /** {@code script failed} for {@code SCRIPT_FAILED}; which forks failed where others did not. */
  static String outcome(CaseResult row) {
    return row.isCompleted() ? Shortfall.of(row.trials()) : status(row);
  }

  /** {@code script failed} for {@code SCRIPT_FAILED}. */
  static String status(CaseResult row) {
    return row.status().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether a clock surrounds the calls of the case. */
  static boolean isTimedProtocol(CaseDeclaration declaration) {
    return declaration.protocol().equals("rate");
  }
}
