package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;

/** Rows by name inside a sentence about several of them. */
final class Names {
  private final boolean oneSuite;

  Names(RunAnalysis run) {
    this.oneSuite = run.results().stream().map(row -> row.id().suite()).distinct().count() == 1;
  }

  /** {@code method_call on luajc}; with the suite where the run has several. */
  String of(CaseResult row) {
    return ofCase(row) + " on " + row.column().inSentence();
  }

  /** {@code method_call}; with the suite where the run has several. */
  String ofCase(CaseResult row) {
    String id = row.id().toString();
    return oneSuite ? id.substring(row.id().suite().length() + 1) : id;
  }

  static List<String> titles(List<CaseResult> rows) {
    return rows.stream().map(CaseResult::title).toList();
  }
}
