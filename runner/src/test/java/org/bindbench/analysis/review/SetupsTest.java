package org.bindbench.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class SetupsTest {
  private static final CaseDeclaration CALL =
      Trials.declaration("luaj", "method_call", "rate", "calls");

  @Test
  void eachSetupIsARowOfItsOwnWithItsNameInTheColumn() {
    RunAnalysis run =
        analyse(calls("luaj", "17 parallel", 10, 11, 12), calls("luaj", "25 g1", 20, 21, 22));

    assertThat(run.results())
        .map(row -> row.column().title())
        .containsExactly("luaj, 17 parallel", "luaj, 25 g1");
    assertThat(run.results()).map(CaseResult::setup).containsExactly("17 parallel", "25 g1");
  }

  @Test
  void theBestSetupOfAnEngineMeetsItsOtherSetupsAndTheBestOfTheOtherEngine() {
    RunAnalysis run =
        analyse(
            calls("luaj", "serial", 10, 11, 12),
            calls("luaj", "g1", 20, 21, 22),
            calls("luajc", "serial", 100, 101, 102),
            calls("luajc", "g1", 50, 51, 52));

    assertThat(run.contrasts())
        .map(contrast -> contrast.winner().column() + " > " + contrast.loser().column())
        .containsExactly(
            "luajc, serial > luaj, g1", "luaj, g1 > luaj, serial", "luajc, serial > luajc, g1");
  }

  @Test
  void theHeadlineNumbersAreThoseOfTheFirstSetupAlone() {
    CaseDeclaration creation =
        Trials.declaration("luaj", "bound_object_creation", "rate", "objects");
    CaseDeclaration call = Trials.declaration("luaj", "bound_method_call", "rate", "calls");
    RunAnalysis run =
        analyse(
            trials(creation, "luaj", BindingStyle.HAND, "serial", 10, 10, 10),
            trials(creation, "luaj", BindingStyle.HAND, "g1", 20, 20, 20),
            trials(call, "luaj", BindingStyle.HAND, "g1", 30, 30, 30));

    assertThat(run.headlines())
        .singleElement()
        .satisfies(
            headline -> {
              assertThat(headline.setup()).isEqualTo("serial");
              assertThat(headline.figure("object_creation_rate")).hasValue(10.0);
              assertThat(headline.figure("method_call_rate")).isEmpty();
              assertThat(headline.reasons())
                  .containsEntry(
                      "method_call_rate",
                      "bound_method_call did not run on luaj, hand binding, serial");
            });
  }

  @Test
  void whatDiffersByLessThanHalfAPerCentIsATie() {
    RunAnalysis run =
        analyse(
            calls("luaj", "serial", 100, 100.01, 99.99),
            calls("luaj", "g1", 100.1, 100.11, 100.09));

    assertThat(run.contrasts()).hasSize(1).allMatch(Contrast::isTie);
  }

  private static List<TrialRecord> calls(String engine, String setup, double... rates) {
    return trials(CALL, engine, BindingStyle.OWN, setup, rates);
  }

  private static List<TrialRecord> trials(
      CaseDeclaration declaration,
      String engine,
      BindingStyle style,
      String setup,
      double... rates) {
    return IntStream.range(0, rates.length)
        .mapToObj(
            i ->
                new TrialRecord(
                    new TrialSpec(
                        declaration, declaration.ids().get(0), engine, style, setup, i + 1),
                    Trials.completed(new Measure(Metrics.rate(declaration.unit()), rates[i])),
                    java.util.Optional.of(Trials.worker(engine, true, "alone")),
                    1,
                    1))
        .toList();
  }

  @SafeVarargs
  private static RunAnalysis analyse(List<TrialRecord>... trials) {
    return RunAnalyser.analyse(Trials.run(trials), Settings.defaults().thresholds());
  }
}
