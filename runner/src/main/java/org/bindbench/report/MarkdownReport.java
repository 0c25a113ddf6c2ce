package org.bindbench.report;

import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.change.DetectableChange;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.model.Remark;
import org.bindbench.report.bound.BoundSection;
import org.bindbench.report.churn.ChurnReport;
import org.bindbench.report.comparison.BaselineSection;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.leak.LeakReport;
import org.bindbench.report.leak.path.PathSection;
import org.bindbench.report.limits.LimitSection;
import org.bindbench.report.pauses.PauseSection;
import org.bindbench.report.recovery.RecoverySection;
import org.bindbench.report.stress.StressSection;

/** {@code performance_report.md}: the run as a document that can be read, sent and compared. */
@AutoService(ReportFormat.class)
public final class MarkdownReport implements ReportFormat {
  private static final String COULD_SEE =
      "the change they could see (a comparison with another run of as many forks finds a worsening"
          + " of that size in "
          + Math.round(100 * DetectableChange.POWER)
          + " of 100 cases)";

  @Override
  public String id() {
    return "markdown";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    return Map.of("performance_report.md", text(analysis).getBytes(StandardCharsets.UTF_8));
  }

  /** The whole document. */
  public String text(RunAnalysis analysis) {
    Markdown page = new Markdown();
    List<Question> questions = Question.of(analysis);
    page.heading(1, "Performance report");
    MarkdownCircumstances.title(page, analysis);
    MarkdownCircumstances.system(page, analysis);
    summary(page, analysis);
    results(page, analysis, questions);
    LimitSection.write(page, analysis);
    StressSection.of(analysis).write(page);
    RecoverySection.of(analysis).write(page);
    BoundSection.of(analysis).write(page);
    ContextChurn.of(analysis).ifPresent(churn -> new ChurnReport(churn).markdown(page));
    CapabilityTable.of(analysis).ifPresent(table -> capabilities(page, table));
    PathSection.markdown(page, analysis);
    ranges(page, analysis);
    comparison(page, analysis, questions);
    analysis.baseline().ifPresent(run -> BaselineSection.markdown(page, run));
    distrust(page, analysis);
    page.heading(2, "Recommendations");
    Recommendations.of(analysis).forEach(sentence -> page.item("", sentence));
    MarkdownCircumstances.method(page, analysis);
    return page.toString();
  }

  private static void summary(Markdown page, RunAnalysis analysis) {
    page.heading(2, "Summary");
    if (!Overview.isAsked(analysis)) {
      page.paragraph("No case of this run gives a headline number.");
    } else {
      Overview.place(analysis).ifPresent(page::paragraph);
      page.paragraph("Objects of a Java library, seen from each language:");
      page.table(Overview.headlines(analysis));
      Overview.caveats(analysis).forEach(caveat -> page.item("", caveat));
      Overview.reasons(analysis).forEach(reason -> page.item("unavailable", reason));
    }
    if (analysis.checks().isEmpty()) return;
    page.blank();
    page.item("Expected ranges", Ranges.tally(analysis.checks()));
  }

  /** Those that were missed or are in doubt in full; the whole table is folded. */
  private static void ranges(Markdown page, RunAnalysis analysis) {
    List<RangeCheck> checks = analysis.checks();
    if (checks.isEmpty()) return;
    page.heading(2, "Expected ranges");
    page.paragraph(Ranges.tally(checks) + ".");
    Ranges ranges = new Ranges(analysis);
    List<RangeCheck> missed = checks.stream().filter(check -> !check.isWithin()).toList();
    if (!missed.isEmpty()) page.table(ranges.full(missed));
    if (missed.size() == checks.size()) return;
    page.folded("Every figure with its range: " + checks.size(), ranges.full(checks));
  }

  private static void results(Markdown page, RunAnalysis analysis, List<Question> questions) {
    page.heading(2, "Results");
    if (questions.isEmpty()) page.paragraph("No case was run.");
    List<Question> measured =
        questions.stream().filter(question -> !question.hasOwnSection()).toList();
    if (measured.isEmpty() && !questions.isEmpty()) page.paragraph(unmeasured(questions));
    for (Question question : measured) {
      page.heading(3, question.text());
      if (!question.text().equals(question.id())) page.emphasis(question.id());
      if (question.kind() == Question.Kind.SCRIPT) {
        new ScriptGrid(question).grids().forEach(page::table);
      } else {
        page.table(new QuestionGrid(question, QuestionGrid.Detail.FULL).grid());
      }
      if (question.kind() == Question.Kind.CONTROL) page.item("", Sentences.control(question));
      Winners.of(analysis, question).forEach(sentence -> page.item("", sentence.text()));
      Sentences.footnotes(question).forEach(note -> page.item("", note));
    }
    pauses(page, analysis);
    details(page, questions);
    LeakReport.of(analysis).write(page);
  }

  private static String unmeasured(List<Question> questions) {
    return questions.stream().allMatch(question -> question.kind() == Question.Kind.CAPABILITY)
        ? "Nothing was measured; facilities were probed."
        : "The figures are in sections of their own below.";
  }

  private static void details(Markdown page, List<Question> questions) {
    Grid rates = RateDetails.grid(questions);
    if (!rates.rows().isEmpty()) {
      page.heading(3, "Details of the rates");
      page.paragraph(
          "Spread between the forks, "
              + COULD_SEE
              + ", processor time of the process over wall time and for each operation without the"
              + " compilers' share, time of twice the operations over that of once, how the warm-up"
              + " of the forks ended, and how each fork settled.");
      page.table(rates);
    }
    Grid memory = MemoryDetails.grid(questions);
    if (memory.rows().isEmpty()) return;
    page.heading(3, "Details of the retained bytes");
    page.paragraph("Spread between the forks, and " + COULD_SEE + ".");
    page.table(memory);
  }

  private static void pauses(Markdown page, RunAnalysis analysis) {
    Map<String, List<PauseSection.Block>> suites = PauseSection.of(analysis);
    if (suites.isEmpty()) return;
    page.heading(3, PauseSection.TITLE);
    page.paragraph(PauseSection.LEGEND);
    for (PauseSection.Block block : suites.values().stream().flatMap(List::stream).toList()) {
      page.heading(4, block.question());
      if (!block.question().equals(block.id())) page.emphasis(block.id());
      block.tables().forEach(page::table);
      block.findings().forEach(each -> page.item("", each));
      block.notes().forEach(each -> page.item("", each));
    }
  }

  private static void capabilities(Markdown page, CapabilityTable table) {
    page.heading(2, CapabilityTable.TITLE);
    page.paragraph(table.tally() + ". " + CapabilityTable.LEGEND);
    page.table(table.verdicts(QuestionGrid.Detail.FULL));
    page.heading(3, "What the probes saw");
    page.table(table.details());
  }

  private static void comparison(Markdown page, RunAnalysis analysis, List<Question> questions) {
    page.heading(2, "Comparison");
    page.paragraph(
        "Who is better and how many times, with the 95 % interval of the ratio. A comparison is"
            + " decided when that interval excludes 1 and neither side is inlined. Rows that repeat"
            + " the same value are left out, and those of fewer than 3 forks.");
    List<List<Grid.Cell>> rows = new ArrayList<>();
    boolean fewForks = false;
    for (Question question : questions) {
      for (Contrast contrast : question.contrasts(analysis)) {
        fewForks |= contrast.lacksForks();
        if (contrast.isTie() || contrast.lacksForks()) continue;
        rows.add(
            List.of(
                Grid.Cell.of(contrast.id().toString()),
                Grid.Cell.of(side(contrast.winner())),
                Grid.Cell.of(side(contrast.loser())),
                Grid.Cell.of(contrast.metric().id().replace('_', ' ')),
                Grid.Cell.of(Figures.ratio(contrast.ratio())),
                Grid.Cell.of(contrast.decided() ? "yes" : "no: " + contrast.reason()),
                Grid.Cell.of(String.join("; ", contrast.caveats()))));
      }
    }
    if (rows.isEmpty()) {
      page.paragraph(
          fewForks
              ? "No two rows that differ have 3 forks each."
              : "No two rows of this run differ side by side.");
      return;
    }
    page.table(
        new Grid(
                List.of(
                    Grid.Column.words("case"),
                    Grid.Column.words("better"),
                    Grid.Column.words("than"),
                    Grid.Column.words("in"),
                    Grid.Column.numbers("times"),
                    Grid.Column.words("decided"),
                    Grid.Column.words("note")),
                rows)
            .withoutEmptyColumns());
  }

  private static String side(Contrast.Side side) {
    String caveat = side.caveat().isEmpty() ? "" : " (" + side.caveat() + ")";
    return side.column() + caveat;
  }

  private static void distrust(Markdown page, RunAnalysis analysis) {
    page.heading(2, "What not to trust, and why");
    List<Failure> failures = Failure.of(analysis);
    if (analysis.remarks().isEmpty() && failures.isEmpty()) {
      page.paragraph("Nothing was found that speaks against a figure.");
    }
    analysis.remarks().stream()
        .sorted(Comparator.comparing(Remark::severity).reversed())
        .forEach(remark -> remark(page, remark));
    if (failures.isEmpty()) return;
    page.heading(3, "Rows without figures, and forks that failed");
    List<List<Grid.Cell>> rows =
        failures.stream()
            .map(
                failure ->
                    List.of(
                        Grid.Cell.of(failure.id().toString()),
                        Grid.Cell.of(failure.columns()),
                        Grid.Cell.of(failure.outcome()),
                        Grid.Cell.of(failure.where()),
                        Grid.Cell.of(failure.why())))
            .toList();
    page.table(
        new Grid(
                List.of(
                    Grid.Column.words("case"),
                    Grid.Column.words("engine"),
                    Grid.Column.words("status"),
                    Grid.Column.words("where"),
                    Grid.Column.words("why")),
                rows)
            .withoutEmptyColumns());
  }

  private static void remark(Markdown page, Remark remark) {
    String advice = remark.advice().isBlank() ? "" : " → " + remark.advice();
    page.item(
        remark.severity().name().toLowerCase(Locale.ROOT),
        remark.subject() + ": " + remark.message() + advice);
  }
}
