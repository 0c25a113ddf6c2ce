package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Steadiness;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class WinnersTest {
  private static final RunAnalysis RUN = SampleRuns.rich();
  private static final Question QUESTION = Question.of(RUN).get(0);
  private static final Metric CALLS = Metrics.rate("calls");

  @Test
  void areNamedOnceAgainstAllTheyBeat() {
    assertThat(
            sentences(
                won(CALLS, "luaj", 40.44, 36.91, 44.3), won(CALLS, "luajc", 14.6, 10.7, 20.04)))
        .containsExactly("graalpy is 40.4× [36.9, 44.3] luaj and 14.6× [10.7, 20.0] luajc");
  }

  @Test
  void areBetterThanAllOthersWhereThoseAreAlike() {
    List<Contrast> contrasts = new ArrayList<>();
    for (String engine : List.of("luaj", "luajc", "lua"))
      contrasts.add(won(Metrics.RETAINED_BYTES, engine, 1.44, 1.44, 1.44));
    assertThat(sentences(contrasts.toArray(Contrast[]::new)))
        .containsExactly("graalpy is 1.44× ± 0 better than all others in retained bytes");
  }

  @Test
  void standApartFromWhatIsOpen() {
    assertThat(
            sentences(
                won(CALLS, "luaj", 2, 1.5, 2.5),
                open(CALLS, "luajc", Contrast.INCLUDES_1),
                open(CALLS, "lua", "lua is inlined")))
        .containsExactly(
            "graalpy is 2.00× [1.50, 2.50] luaj",
            "undecided: graalpy is 1.10× [0.900, 1.30] luajc",
            "no winner between graalpy and lua: lua is inlined");
  }

  @Test
  void areMissingOnceForOneReason() {
    assertThat(
            sentences(
                open(CALLS, "luaj", "graalpy is inlined"),
                open(CALLS, "luajc", "graalpy is inlined")))
        .containsExactly("no winner: graalpy is inlined");
  }

  @Test
  void areNoNewsWhereAllAreEqual() {
    assertThat(sentences(open(Metrics.CLEARED_FIRST, "luaj", Contrast.EQUAL))).isEmpty();
  }

  @Test
  void areNotAskedForWhereNoIntervalCanTell() {
    Estimate ratio = new Estimate(1.1, Double.NaN, Double.NaN, 0.95);
    String few = "luaj has fewer than 3 forks with a figure (1)";
    assertThat(sentences(contrast(CALLS, "luaj", ratio, few))).isEmpty();
  }

  private static List<String> sentences(Contrast... contrasts) {
    RunAnalysis run =
        new RunAnalysis(
            RUN.run(), RUN.results(), List.of(contrasts), List.of(), List.of(), List.of());
    return Winners.of(run, QUESTION).stream().map(Winners.Sentence::text).toList();
  }

  private static Contrast won(Metric metric, String loser, double value, double low, double high) {
    return contrast(metric, loser, new Estimate(value, low, high, 0.95), "");
  }

  private static Contrast open(Metric metric, String loser, String reason) {
    return contrast(metric, loser, new Estimate(1.1, 0.9, 1.3, 0.95), reason);
  }

  private static Contrast contrast(Metric metric, String loser, Estimate ratio, String reason) {
    return new Contrast(
        QUESTION.rows().get(0).id(),
        metric,
        side("graalpy"),
        side(loser),
        ratio,
        reason.isEmpty(),
        reason);
  }

  private static Contrast.Side side(String engine) {
    return new Contrast.Side(new Column(engine, BindingStyle.OWN), Steadiness.FLAT);
  }
}
