package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Growth;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

/** What reports say of lifecycles, of growth with size and of guests on threads of their own. */
class GrowthReportTest {
  private static final RunAnalysis RUN =
      RunAnalyser.analyse(
          Trials.run(List.of(lifecycle(), scaling(), concurrent(1), concurrent(2))),
          Settings.defaults().thresholds());

  private final String console =
      new ConsoleReport(new Style(false, true, 100)).text(RUN, List.of());

  @Test
  void theConsoleShowsTheSlopeWithItsIntervalAndWhatIsLeft() {
    assertThat(console)
        .contains("Lifecycles · growth")
        .contains("bytes/cycle")
        .containsPattern("luaj\\s+-250\\s+± 0 %\\s+-4.64 KiB\\s+35.0 ms");
  }

  @Test
  void theConsoleShowsExponentsAndFailsWhatGrowsFasterThanDeclared() {
    assertThat(console)
        .contains("Growth with size · growth")
        .containsPattern("luaj\\s+2.00\\s+\\[2.00, 2.00\\]\\s+1.00\\s+\\[1.00, 1.00\\]")
        .containsPattern("large +time as n: exponent ≤ 1.15 +2.00 +luaj ❌")
        .containsPattern("large +memory as n: exponent ≤ 1.15 +1.00 +luaj ✅");
    assertThat(ExitCode.of(RUN, org.bindbench.model.Language.LUA)).isEqualTo(3); // the lost updates
  }

  @Test
  void theConsoleShowsCleanGuestsAndSaysWhatOthersLost() {
    assertThat(console)
        .contains("Threads · growth")
        .containsPattern("luaj\\s+0\\s+0\\s+12.0 k\\s+99.0 %")
        .contains("wrong answer")
        .contains("3 faults: 3 in what the guests share");
  }

  @Test
  void markdownAndJsonHaveTheSameFiguresAndTheReadings() {
    String markdown = new MarkdownReport().text(RUN);
    assertThat(markdown)
        .contains("time n^")
        .contains("largest takes")
        .contains("2.00")
        .contains("bytes/cycle");
    String json = new String(new MetricsJson().write(RUN), StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"cycle_live_bytes\"")
        .contains("\"size_nanos\"")
        .contains("\"memory_exponent\"")
        .contains("\"throughput\"");
  }

  private static TrialRecord lifecycle() {
    List<Sample> samples = new ArrayList<>();
    for (int cycle = 0; cycle < 20; cycle++)
      samples.add(sample(Metrics.CYCLE_LIVE_BYTES.id(), cycle, 50_000, 5e7 - 250 * cycle));
    return trial(
        "object_cycles",
        "lifecycle",
        1,
        new Completed(
            List.of(
                new Measure(Metrics.GROWTH_TOTAL, -4750), new Measure(Metrics.RELEASE_TIME, 35)),
            List.of(),
            samples));
  }

  private static TrialRecord scaling() {
    List<Sample> samples = new ArrayList<>();
    for (int size = 1000; size <= 64_000; size *= 2) {
      samples.add(sample(Metrics.SIZE_NANOS.id(), 0, size, (double) size * size));
      samples.add(sample(Metrics.SIZE_BYTES.id(), 0, size, 72.0 * size));
    }
    return trial(
        "large",
        "scaling",
        1,
        new Completed(
            List.of(
                new Measure(Metrics.LARGEST_TIME, 4096),
                new Measure(Metrics.LARGEST_BYTES, 72.0 * 64_000)),
            List.of(),
            samples));
  }

  private static TrialRecord concurrent(int number) {
    TrialOutcome clean =
        new Completed(
            List.of(
                new Measure(Metrics.FAULTS, 0),
                new Measure(Metrics.EXCEPTIONS, 0),
                new Measure(Metrics.THROUGHPUT, 12_000),
                new Measure(Metrics.MEMORY_BACK, 99)),
            List.of(),
            List.of());
    TrialOutcome lost = new TrialOutcome.WrongAnswer("3 faults: 3 in what the guests share");
    return trial("threads_" + number, "concurrent", 1, number == 1 ? clean : lost);
  }

  private static Sample sample(String metric, int iteration, long operations, double value) {
    return new Sample(metric, Phase.MEASURED, iteration, operations, value);
  }

  private static TrialRecord trial(String name, String protocol, int fork, TrialOutcome outcome) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("growth.lua"),
            1,
            name,
            protocol,
            "objects",
            List.of(),
            Map.of(),
            "",
            0,
            "What of " + name + "?",
            1,
            Growth.LINEAR,
            "");
    return Trials.trial(declaration, "luaj", BindingStyle.OWN, fork, outcome);
  }
}
