package org.bindbench.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Subject SUBJECT = Planted.subject("creation", Planted.RATE);

  @Test
  void whatCannotBeComparedHasAReasonAndNoFigures() {
    Comparison comparison =
        Comparison.notComparable(SUBJECT, "the base has no such case", List.of("unsteady"));

    assertThat(comparison.verdict()).isEqualTo(Verdict.NOT_COMPARABLE);
    assertThat(comparison.reason()).isEqualTo("the base has no such case");
    assertThat(comparison.words()).containsExactly("unsteady");
    assertThat(comparison.detectable()).isNaN();
    assertThat(comparison.stageOne()).isEmpty();
    assertThat(comparison.published()).isEmpty();
  }

  @Test
  void aWorseningAloneHasAMagnitude() {
    assertThatThrownBy(() -> comparison(Verdict.SAME, Optional.of(Magnitude.MAJOR)))
        .hasMessageContaining("SAME");
    assertThatThrownBy(() -> comparison(Verdict.WORSE, Optional.empty()))
        .hasMessageContaining("WORSE");
    assertThat(comparison(Verdict.WORSE, Optional.of(Magnitude.MAJOR)).subject())
        .isEqualTo(SUBJECT);
  }

  @Test
  void aSubjectNamesItsColumnOnceOrBoth() {
    Column old = new Column("luaj", BindingStyle.OWN);
    Column now = new Column("luajc", BindingStyle.OWN);
    CaseId id = new CaseId("suite", "creation", Map.of());

    assertThat(SUBJECT.title()).isEqualTo("suite.creation · luaj · rate");
    assertThat(new Subject(id, old, now, Planted.RATE).title())
        .isEqualTo("suite.creation · luaj → luajc · rate");
  }

  private static Comparison comparison(Verdict verdict, Optional<Magnitude> magnitude) {
    return new Comparison(
        SUBJECT, verdict, magnitude, Optional.empty(), Optional.empty(), 0.05, "", List.of());
  }
}
