package org.bindbench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Remark;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Severity;
import org.bindbench.report.bound.BoundSection;
import org.bindbench.report.churn.ChurnReport;
import org.bindbench.report.comparison.BaselineSection;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.bindbench.report.layout.Tone;
import org.bindbench.report.leak.LeakReport;
import org.bindbench.report.leak.path.PathSection;
import org.bindbench.report.limits.LimitSection;
import org.bindbench.report.pauses.PauseSection;
import org.bindbench.report.recovery.RecoverySection;
import org.bindbench.report.stress.StressSection;

/** The report a person reads in the terminal when a run has ended. */
public final class ConsoleReport {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Style style;

  /** A report for a terminal of that kind. */
  public ConsoleReport(Style style) {
    this.style = style;
  }

  /** Appends the whole report. */
  public void write(RunAnalysis analysis, List<Path> files, Appendable out) throws IOException {
    out.append(text(analysis, files));
  }

  /**
   * The whole report, lines ended by {@code \n}.
   *
   * @param files the files that were written, named at the end; may be empty
   */
  public String text(RunAnalysis analysis, List<Path> files) {
    Page page = new Page(style);
    header(page, analysis);
    List<Question> questions = Question.of(analysis);
    questions(page, analysis, questions, Question.Kind.RATE, "Rates");
    questions.stream()
        .filter(question -> question.kind() == Question.Kind.CONTROL)
        .forEach(question -> control(page, question));
    questions(page, analysis, questions, Question.Kind.RETAINED, "Memory");
    questions(page, analysis, questions, Question.Kind.WEAKREF, "Weak references");
    questions(page, analysis, questions, Question.Kind.LIFECYCLE, "Lifecycles");
    LeakReport.of(analysis).write(page);
    questions(page, analysis, questions, Question.Kind.SCALING, "Growth with size");
    questions(page, analysis, questions, Question.Kind.CONCURRENT, "Threads");
    LimitSection.write(page, analysis);
    StressSection.of(analysis).write(page);
    RecoverySection.of(analysis).write(page);
    BoundSection.of(analysis).write(page);
    pauses(page, analysis);
    questions(page, analysis, questions, Question.Kind.SCRIPT, "Whole scripts");
    questions(page, analysis, questions, Question.Kind.OTHER, "Other measurements");
    ContextChurn.of(analysis).ifPresent(churn -> new ChurnReport(churn).console(page));
    CapabilityTable.of(analysis).ifPresent(table -> capabilities(page, table));
    PathSection.console(page, analysis);
    checks(page, analysis);
    overview(page, analysis);
    analysis.baseline().ifPresent(run -> BaselineSection.console(page, run));
    remarks(page, analysis.remarks());
    failures(page, Failure.of(analysis));
    files(page, files);
    return page.text();
  }

  private void header(Page page, RunAnalysis analysis) {
    RunRecord run = analysis.run();
    page.wrapped(
        "",
        "Bindbench "
            + run.environment().bindbench()
            + " · "
            + what(run)
            + run.plan().level()
            + " level"
            + " · "
            + STARTED.format(run.startedAt())
            + " · took "
            + Figures.duration(run.elapsed()),
        Tone.HEADING);
    page.blank();
    page.wrapped("  Machine  ", Sentences.machine(run.environment()), Tone.PLAIN);
    page.wrapped(
        "  JVM      ",
        Sentences.workerJvms(run)
            + " for the engines, "
            + run.environment().parentJvm()
            + " for bindbench itself",
        Tone.PLAIN);
    Engines engines = new Engines(analysis);
    String lead = "  Engines  ";
    for (String id : engines.ids()) {
      page.wrapped(lead, engine(engines, id), Tone.PLAIN);
      lead = "           ";
    }
    page.wrapped(
        "  Plan     ",
        (run.plan().trials() == 1 ? "1 trial" : run.plan().trials() + " trials")
            + ", seed "
            + run.plan().seed(),
        Tone.PLAIN);
  }

  /** The first word of the command, such as {@code python} or {@code all}. */
  private static String what(RunRecord run) {
    return run.plan().command().stream()
        .limit(1)
        .filter(word -> !word.startsWith("-"))
        .map(word -> word + " · ")
        .collect(Collectors.joining());
  }

  private static String engine(Engines engines, String id) {
    String version =
        engines
            .profile(id)
            .map(EngineProfile::version)
            .filter(text -> !text.isBlank())
            .map(text -> " " + text)
            .orElse("");
    int forks = engines.forks(id);
    return id
        + version
        + " · "
        + Sentences.mode(engines, id)
        + " · "
        + (forks == 1 ? "1 fork" : forks + " forks");
  }

  private static void questions(
      Page page, RunAnalysis analysis, List<Question> all, Question.Kind kind, String title) {
    Map<String, List<Question>> bySuite =
        all.stream()
            .filter(each -> each.kind() == kind)
            .collect(
                Collectors.groupingBy(Question::suite, LinkedHashMap::new, Collectors.toList()));
    bySuite.forEach(
        (suite, questions) -> {
          page.section("📊", title + " · " + suite);
          boolean first = true;
          for (Question question : questions) {
            if (!first) page.blank();
            question(page, analysis, question);
            first = false;
          }
        });
  }

  private static void question(Page page, RunAnalysis analysis, Question question) {
    page.wrapped("", question.text(), Tone.HEADING);
    if (question.kind() == Question.Kind.SCRIPT) {
      for (Grid grid : new ScriptGrid(question).grids()) {
        page.table(grid);
        page.blank();
      }
    } else {
      if (!question.params().isEmpty() && !question.text().equals(question.id()))
        page.wrapped("", question.id(), Tone.QUIET);
      page.table(new QuestionGrid(question, QuestionGrid.Detail.BRIEF).grid());
    }
    for (Winners.Sentence sentence : Winners.of(analysis, question))
      page.wrapped(
          sentence.decided() ? "   > " : "   ? ",
          sentence.text(),
          sentence.decided() ? Tone.GOOD : Tone.QUIET);
    Sentences.footnotes(question).forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
  }

  private static void pauses(Page page, RunAnalysis analysis) {
    PauseSection.of(analysis)
        .forEach(
            (suite, blocks) -> {
              page.section("📊", PauseSection.TITLE + " · " + suite);
              page.wrapped("", PauseSection.LEGEND, Tone.QUIET);
              for (PauseSection.Block block : blocks) {
                page.blank();
                page.wrapped("", block.question(), Tone.HEADING);
                if (!block.question().equals(block.id())) page.wrapped("", block.id(), Tone.QUIET);
                block.tables().forEach(page::table);
                block.findings().forEach(each -> page.wrapped("   > ", each, Tone.GOOD));
                block.notes().forEach(each -> page.wrapped("   - ", each, Tone.QUIET));
              }
            });
  }

  private static void control(Page page, Question question) {
    page.blank();
    page.wrapped("", Sentences.control(question), Tone.QUIET);
    Sentences.caveats(question.rows()).forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
  }

  private static void capabilities(Page page, CapabilityTable table) {
    page.section("📊", CapabilityTable.TITLE);
    page.wrapped("", table.tally(), Tone.QUIET);
    page.table(table.verdicts(QuestionGrid.Detail.BRIEF));
    table.shortcomings().forEach(each -> page.wrapped("   - ", each, Tone.QUIET));
  }

  private static void checks(Page page, RunAnalysis analysis) {
    List<RangeCheck> checks = analysis.checks();
    if (checks.isEmpty()) return;
    Ranges ranges = new Ranges(analysis);
    ranges
        .brief()
        .forEach(
            (suite, grid) -> {
              List<RangeCheck> ofSuite =
                  checks.stream().filter(check -> check.id().suite().equals(suite)).toList();
              page.section("📊", "Expected ranges · " + suite + " · " + Ranges.tally(ofSuite));
              page.table(grid);
              ranges.reasons(ofSuite).forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
            });
  }

  private static void overview(Page page, RunAnalysis analysis) {
    if (!Overview.isAsked(analysis)) return;
    page.section("🏆", "Overview: objects of a Java library");
    Overview.place(analysis).ifPresent(place -> page.wrapped("", place, Tone.QUIET));
    page.table(Overview.headlines(analysis));
    Overview.caveats(analysis).forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
    Overview.reasons(analysis).forEach(note -> page.wrapped("   - ", note, Tone.QUIET));
  }

  private void remarks(Page page, List<Remark> remarks) {
    page.section(style.unicode() ? "⚠️ " : "", "What not to trust, and why");
    if (remarks.isEmpty())
      page.wrapped(" ", "Nothing was found that speaks against a figure.", Tone.PLAIN);
    remarks.stream()
        .sorted(Comparator.comparing(Remark::severity).reversed())
        .forEach(remark -> remark(page, remark));
  }

  private static void remark(Page page, Remark remark) {
    Tone tone =
        remark.severity() == Severity.ERROR
            ? Tone.BAD
            : remark.severity() == Severity.WARNING ? Tone.DOUBTFUL : Tone.PLAIN;
    String word = remark.severity().name().toLowerCase(Locale.ROOT);
    String advice = remark.advice().isBlank() ? "" : " → " + remark.advice();
    page.wrapped(
        String.format(Locale.ROOT, " %-8s ", word),
        remark.subject() + ": " + remark.message() + advice,
        tone);
  }

  private static void failures(Page page, List<Failure> failures) {
    if (failures.isEmpty()) return;
    page.section("❌", "Rows without figures, and forks that failed");
    for (Failure failure : failures) {
      String where = failure.where().isBlank() ? "" : " at " + failure.where();
      page.wrapped(
          " ",
          failure.id() + ", " + failure.columns() + ": " + failure.outcome() + where,
          failure.error() ? Tone.BAD : Tone.DOUBTFUL);
      page.wrapped("     ", failure.why(), Tone.PLAIN);
    }
  }

  private static void files(Page page, List<Path> files) {
    if (files.isEmpty()) return;
    page.blank();
    page.wrapped(
        "Files  ",
        files.stream().map(Path::toString).collect(Collectors.joining(" · ")),
        Tone.PLAIN);
  }
}
