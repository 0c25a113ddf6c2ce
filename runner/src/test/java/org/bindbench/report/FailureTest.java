package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bindbench.report.SampleRows.declare;
import static org.bindbench.report.SampleRows.row;

import java.util.List;
import java.util.Map;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static final CaseDeclaration CASE =
      declare("lua/parcels.lua", "packing", "rate", "objects", "inventory", "");
  private static final TrialOutcome SKIPPED =
      new TrialOutcome.Skipped("inventory was not found", "name its jar");

  @Test
  void isOneForAllColumnsOfACaseThatFailedAlike() {
    assertThat(
            failures(
                failed("luaj", BindingStyle.HAND, SKIPPED),
                failed("luaj", BindingStyle.COERCED, SKIPPED),
                failed("luajc", BindingStyle.HAND, SKIPPED)))
        .singleElement()
        .returns("luaj and luajc", Failure::columns)
        .returns("skipped", Failure::outcome)
        .returns("inventory was not found", Failure::why)
        .returns(false, Failure::error);
  }

  @Test
  void keepsReasonsApart() {
    TrialOutcome broken = new TrialOutcome.ScriptFailed("no such stock", "parcels.lua:7", "");
    assertThat(
            failures(
                failed("luaj", BindingStyle.HAND, SKIPPED),
                failed("luaj", BindingStyle.COERCED, broken)))
        .extracting(Failure::columns, Failure::why, Failure::where, Failure::error)
        .containsExactly(
            tuple("luaj (hand binding)", "inventory was not found", "", false),
            tuple("luaj (coercion)", "no such stock", "parcels.lua:7", true));
  }

  private static CaseResult failed(String engine, BindingStyle style, TrialOutcome outcome) {
    return row(CASE, Map.of(), engine, style).failed(outcome).build();
  }

  private static List<Failure> failures(CaseResult... rows) {
    return Failure.of(
        new RunAnalysis(
            SampleRuns.clean().run(), List.of(rows), List.of(), List.of(), List.of(), List.of()));
  }
}
