package org.bindbench.report.chapter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;

/** Rows by the case they are of. */
public final class Cases {
  private Cases() {}

  /** The rows of each case of a protocol, with all its parameters, in the order of the suites. */
  public static Collection<List<CaseResult>> of(RunAnalysis analysis, String protocol) {
    return analysis.results().stream()
        .filter(row -> row.declaration().protocol().equals(protocol))
        .collect(Collectors.groupingBy(Cases::id, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** {@code suite.case}. */
  public static String id(CaseResult row) {
    return row.id().withoutParams();
  }

  /** What the case asks; its id where it asks nothing. */
  public static String question(List<CaseResult> rows) {
    return rows.stream()
        .map(row -> row.declaration().question().strip())
        .filter(question -> !question.isEmpty())
        .findFirst()
        .orElseGet(() -> id(rows.get(0)));
  }
}
