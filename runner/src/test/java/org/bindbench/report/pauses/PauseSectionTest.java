package org.bindbench.report.pauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.pauses.Loads;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.report.ConsoleReport;
import org.bindbench.report.Golden;
import org.bindbench.report.MarkdownReport;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;

/** What reports say of the collector under load. */
class PauseSectionTest {
  private static final RunAnalysis ALONE =
      analysed(
          Loads.row(
              "churn",
              "",
              Loads.fork(1000, Loads.rising(40, 1, 20)),
              Loads.fork(1010, Loads.rising(40, 1, 21)),
              Loads.fork(990, Loads.rising(40, 1, 22))),
          Loads.row("few", "", Loads.fork(900, 3.5, 4.5), Loads.fork(900), Loads.fork(900, 2.5)),
          Loads.row(Loads.declaration("nothing", "control"), "", Loads.fork(5_000_000)));

  private static final RunAnalysis CHOICE =
      analysed(
          Loads.row("churn", "parallel", forks(2000, 10, 40)),
          Loads.row("churn", "g1", forks(1990, 5, 15)),
          Loads.row("churn", "zgc", stalled(forks(1000, 0.01, 0.05))));

  @Test
  void theConsoleHasARowForEachEngineAndSaysWhatIsCertain() throws IOException {
    Golden.assertMatches("pauses-console.txt", console(ALONE));
  }

  @Test
  void theConsoleOffersAChoiceWhereSeveralCollectorsRan() throws IOException {
    Golden.assertMatches("pauses-choice-console.txt", console(CHOICE));
  }

  @Test
  void markdownHasTheSame() throws IOException {
    Golden.assertMatches("pauses-choice.md", new MarkdownReport().text(CHOICE));
  }

  @Test
  void theSentencesFollowFromTheIntervals() {
    assertThat(console(CHOICE).replaceAll("\\s+", " "))
        .contains("parallel does most in the time, 2.00× [1.96, 2.05] as much as zgc")
        .contains("it is not told from g1")
        .contains("zgc has the shortest pauses");
  }

  @Test
  void theControlIsNoLoopThatOthersAreHeldTo() {
    assertThat(console(ALONE)).doesNotContain("Loop alone").contains("nothing");
  }

  @Test
  void jsonHasTheQuantilesWithTheirBoundsTheReasonsAndTheChoice() {
    String alone = json(ALONE);
    assertThat(alone)
        .contains("\"pause_p95\"")
        .contains("a P95 needs 59 pauses, and there were 3; the longest took 4.50 ms")
        .contains("\"level\" : 0.9")
        .doesNotContain("\"collectors\"");
    assertThat(json(CHOICE))
        .contains("\"collectors\"")
        .contains("\"most_throughput\"")
        .contains("\"decided\" : true")
        .contains("\"decided\" : false");
  }

  @Test
  void waitingForMemoryIsRemarkedOn() {
    assertThat(CHOICE.remarks())
        .filteredOn(remark -> remark.subject().contains("zgc"))
        .singleElement()
        .satisfies(remark -> assertThat(remark.message()).contains("waited for memory in 7.5 %"));
  }

  private static String console(RunAnalysis analysis) {
    return new ConsoleReport(new Style(false, true, 100)).text(analysis, List.of());
  }

  private static String json(RunAnalysis analysis) {
    return new String(new MetricsJson().write(analysis), StandardCharsets.UTF_8);
  }

  private static Completed[] forks(double throughput, double first, double last) {
    Completed[] forks = new Completed[3];
    for (int i = 0; i < forks.length; i++)
      forks[i] = Loads.fork(throughput * (1 + 0.01 * (i - 1)), Loads.rising(110, first, last));
    return forks;
  }

  private static Completed[] stalled(Completed... forks) {
    Completed[] stalled = new Completed[forks.length];
    for (int i = 0; i < forks.length; i++) {
      List<Measure> measures = new ArrayList<>(forks[i].measures());
      measures.removeIf(each -> each.metric().equals(PauseMetrics.STALLED_SHARE));
      measures.add(new Measure(PauseMetrics.STALLED_SHARE, 7.5));
      List<Absent> absent = forks[i].absent();
      stalled[i] = new Completed(measures, absent, forks[i].samples());
    }
    return stalled;
  }

  @SafeVarargs
  private static RunAnalysis analysed(List<TrialRecord>... rows) {
    return RunAnalyser.analyse(Trials.run(rows), Settings.defaults().thresholds());
  }
}
