package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bindbench.analysis.CaseResult;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

/** What is said of a row that lacks something. */
class SentencesTest {
  private static final CaseDeclaration WEAK =
      SampleRows.declare("weak.lua", "weak", "weakref", "objects", "", "Are they cleared?");
  private static final Absent LATE = new Absent(Metrics.CLEAR_TIME, "1 of 2 forks: not cleared");

  @Test
  void aFigureOfOtherForksIsNoMissingFigure() {
    CaseResult without = row().with(Metrics.GROWTH_TOTAL, 1, 3).build();
    CaseResult with = row().with(Metrics.CLEAR_TIME, 1, 9).build();

    assertThat(Sentences.lack(without, LATE)).isEqualTo("no figure on ");
    assertThat(Sentences.lack(with, LATE)).isEqualTo("fewer forks on ");
  }

  private static SampleRows row() {
    return SampleRows.row(WEAK, Map.of(), "luaj", BindingStyle.OWN);
  }
}
