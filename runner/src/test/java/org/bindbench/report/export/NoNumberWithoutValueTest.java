package org.bindbench.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.MarkdownReport;
import org.bindbench.report.SampleRuns;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property: whatever the analysis could not compute, no report says NaN or infinity. */
class NoNumberWithoutValueTest {
  private static final double[] ODD = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1, 1e-320, 1e308, 3.5
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void reachesNoReport(long seed) throws IOException {
    RunAnalysis odd = odd(SampleRuns.rich(), new Random(seed));
    String json = new String(new MetricsJson().write(odd), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
    allFinite(new ObjectMapper().readTree(json));
    assertThat(new MarkdownReport().text(odd)).doesNotContain("NaN").doesNotContain("Infinity");
    assertThat(new ConsoleReport(Style.plain(true)).text(odd, List.of()))
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }

  private static void allFinite(JsonNode node) {
    if (node.isNumber()) assertThat(Double.isFinite(node.doubleValue())).isTrue();
    node.forEach(NoNumberWithoutValueTest::allFinite);
  }

  private static RunAnalysis odd(RunAnalysis analysis, Random random) {
    List<CaseResult> rows =
        analysis.results().stream()
            .map(row -> with(row, row.summaries().stream().map(each -> odd(each, random)).toList()))
            .toList();
    List<Contrast> contrasts =
        analysis.contrasts().stream()
            .map(
                each ->
                    new Contrast(
                        each.id(),
                        each.metric(),
                        each.winner(),
                        each.loser(),
                        estimate(random),
                        each.decided(),
                        each.reason()))
            .toList();
    return new RunAnalysis(
        analysis.run(),
        rows,
        contrasts,
        analysis.checks().stream().map(each -> odd(each, random)).toList(),
        analysis.headlines().stream().map(each -> odd(each, random)).toList(),
        analysis.remarks());
  }

  private static RangeCheck odd(RangeCheck check, Random random) {
    return new RangeCheck(
        check.id(),
        check.column(),
        check.metric(),
        check.expectation(),
        check.origin(),
        any(random),
        check.missing(),
        check.grade(),
        check.fails());
  }

  private static Headline odd(Headline headline, Random random) {
    Map<String, Double> figures = new HashMap<>();
    headline.figures().keySet().forEach(name -> figures.put(name, any(random)));
    return new Headline(
        headline.language(),
        headline.engine(),
        headline.style(),
        headline.setup(),
        figures,
        headline.reasons());
  }

  private static CaseResult with(CaseResult row, List<Summary> summaries) {
    return new CaseResult(
        row.declaration(),
        row.id(),
        row.engine(),
        row.style(),
        row.status(),
        row.reason(),
        row.location(),
        summaries,
        row.absent(),
        row.steadiness(),
        row.forkSteadiness(),
        row.flags(),
        row.trials());
  }

  private static Summary odd(Summary summary, Random random) {
    List<Double> forks = new ArrayList<>();
    for (int i = random.nextInt(4) + 1; i > 0; i--) forks.add(any(random));
    return new Summary(
        summary.metric(),
        forks,
        random.nextBoolean() ? Optional.of(estimate(random)) : Optional.empty(),
        any(random),
        any(random),
        any(random),
        any(random),
        any(random),
        any(random),
        any(random));
  }

  private static Estimate estimate(Random random) {
    return new Estimate(any(random), any(random), any(random), 0.95);
  }

  private static double any(Random random) {
    return ODD[random.nextInt(ODD.length)];
  }
}
