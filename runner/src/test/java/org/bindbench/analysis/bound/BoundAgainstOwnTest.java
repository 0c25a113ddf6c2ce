package org.bindbench.analysis.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class BoundAgainstOwnTest {
  private static final Metric BYTES = Metrics.RETAINED_BYTES;

  @Test
  void bytesOfBoundObjectsStandOverThoseOfTheEnginesOwn() {
    List<BoundRatio> ratios =
        ratios(
            forks("luaj", "memory_per_object", BindingStyle.OWN, 100, 101, 99),
            forks("luaj", "memory_per_bound_object", BindingStyle.HAND, 150, 151, 149),
            forks("luaj", "memory_per_bound_object", BindingStyle.COERCED, 100, 101, 99));
    assertThat(ratios)
        .extracting(each -> each.column().title())
        .containsExactly("luaj, hand binding", "luaj, coercion");
    assertThat(ratios.get(0).ratio().value()).isCloseTo(1.5, within(0.01));
    assertThat(ratios.get(0).isDecided()).isTrue();
    assertThat(ratios.get(1).ratio().value()).isCloseTo(1, within(0.01));
    assertThat(ratios.get(1).isDecided()).isFalse();
  }

  @Test
  void theRatioLiesWithinItsIntervalAndTurnsOverWithItsSides() {
    BoundRatio up = bytes(new double[] {100, 110, 120}, new double[] {200, 210, 220});
    BoundRatio down = bytes(new double[] {200, 210, 220}, new double[] {100, 110, 120});
    assertThat(up.ratio().value()).isBetween(up.ratio().low(), up.ratio().high());
    assertThat(down.ratio().value()).isCloseTo(1 / up.ratio().value(), within(1e-9));
    assertThat(down.ratio().low()).isCloseTo(1 / up.ratio().high(), within(1e-9));
  }

  @Test
  void tooFewForksGiveARatioWithoutIntervalAndNoDecision() {
    BoundRatio ratio = bytes(new double[] {100}, new double[] {150});
    assertThat(ratio.ratio().value()).isEqualTo(1.5);
    assertThat(ratio.ratio().low()).isNaN();
    assertThat(ratio.isDecided()).isFalse();
  }

  @Test
  void anotherEnginesOwnObjectsAreNoCounterpart() {
    assertThat(
            ratios(
                forks("luajc", "memory_per_object", BindingStyle.OWN, 100, 101, 99),
                forks("luaj", "memory_per_bound_object", BindingStyle.HAND, 150, 151, 149)))
        .isEmpty();
  }

  @Test
  void aCaseWithoutCounterpartIsLeftOut() {
    assertThat(ratios(forks("luaj", "memory_per_bound_object", BindingStyle.HAND, 1, 2, 3)))
        .isEmpty();
  }

  @Test
  void everyCounterpartNamesTwoCasesOfABundledSuite() throws Exception {
    String suites = "";
    for (String suite : List.of("memory_management", "memory_recovery"))
      for (String file : List.of("python/" + suite + ".py", "lua/" + suite + ".lua")) {
        suites += java.nio.file.Files.readString(java.nio.file.Path.of(file));
      }
    for (Counterpart each : Counterpart.all())
      assertThat(suites)
          .contains("def " + each.own() + "(", "def " + each.bound() + "(")
          .contains("\"" + each.own() + "\"", "\"" + each.bound() + "\"");
  }

  private static BoundRatio bytes(double[] own, double[] bound) {
    return ratios(
            forks("luaj", "memory_per_object", BindingStyle.OWN, own),
            forks("luaj", "memory_per_bound_object", BindingStyle.HAND, bound))
        .get(0);
  }

  private static List<TrialRecord> forks(
      String engine, String name, BindingStyle style, double... values) {
    return Trials.forks(
        Trials.declaration(engine, name, "retained", "objects"), engine, style, BYTES, values);
  }

  @SafeVarargs
  private static List<BoundRatio> ratios(List<TrialRecord>... trials) {
    RunAnalysis run = RunAnalyser.analyse(Trials.run(trials), List.of());
    return BoundAgainstOwn.of(run);
  }
}
