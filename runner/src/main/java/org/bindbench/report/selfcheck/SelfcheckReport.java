package org.bindbench.report.selfcheck;

import java.util.List;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.bindbench.report.layout.Tone;

/** What a self-check found, for the terminal and as Markdown. */
public final class SelfcheckReport {
  private static final String POWER = "Planted changes";
  private static final String ROWS = "Every row";
  private static final String COULD_SEE =
      "CV and what could be seen are medians over the runs: a worsening of that size is found in 80 of"
          + " 100 comparisons.";

  /** Name of the report beside the data. */
  public static final String FILE = "selfcheck.md";

  private SelfcheckReport() {}

  /** For the terminal, lines ended by {@code \n}. */
  public static String console(List<CheckedRun> runs, Style style) {
    SelfcheckTables tables = new SelfcheckTables(runs);
    Page page = new Page(style);
    page.wrapped("", "Self-check: " + tables.extent(), Tone.HEADING);
    page.section("📊", "The same code against itself");
    tables.falseAlarms().forEach(sentence -> page.wrapped(" ", sentence, Tone.PLAIN));
    Grid power = tables.power();
    if (!power.rows().isEmpty()) {
      page.section("📊", POWER);
      page.table(power);
    }
    tables.tooSmall().ifPresent(sentence -> page.wrapped("", sentence, Tone.QUIET));
    page.section("📊", ROWS);
    page.table(tables.rows());
    page.wrapped("", COULD_SEE, Tone.QUIET);
    return page.text();
  }

  /** As Markdown, to be kept beside the data. */
  public static String markdown(List<CheckedRun> runs) {
    SelfcheckTables tables = new SelfcheckTables(runs);
    Markdown page = new Markdown();
    page.heading(1, "Self-check");
    page.paragraph(tables.extent() + ".");
    page.heading(2, "The same code against itself");
    tables.falseAlarms().forEach(sentence -> page.item("", sentence));
    Grid power = tables.power();
    if (!power.rows().isEmpty()) {
      page.heading(2, POWER);
      page.table(power);
    }
    tables.tooSmall().ifPresent(page::paragraph);
    page.heading(2, ROWS);
    page.paragraph(COULD_SEE);
    page.table(tables.rows());
    return page.toString();
  }
}
