package org.bindbench.report.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.comparison.Side;
import org.bindbench.report.Sentences;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Style;
import org.bindbench.report.layout.Tone;

/** The gates of a comparison as a person reads them in the terminal. */
public final class GateConsole {
  private final Style style;

  /** A report for a terminal of that kind. */
  public GateConsole(Style style) {
    this.style = style;
  }

  /**
   * The whole report, lines ended by {@code \n}.
   *
   * @param files the files that were written, named at the end; may be empty
   */
  public String text(ComparedRun run, List<Path> files) {
    Page page = new Page(style);
    page.wrapped("", "Bindbench " + run.environment().bindbench() + " · gate", Tone.HEADING);
    page.blank();
    page.wrapped("  Base     ", Wording.side(run, Side.BASE), Tone.PLAIN);
    page.wrapped("  Head     ", Wording.side(run, Side.HEAD), Tone.PLAIN);
    page.wrapped("  Machine  ", Sentences.machine(run.environment()), Tone.PLAIN);
    page.wrapped("  Plan     ", Wording.plan(run), Tone.PLAIN);
    run.notes().forEach(note -> page.wrapped("  Note     ", note, Tone.DOUBTFUL));
    BaselineSection.body(page, run);
    if (!files.isEmpty()) {
      page.blank();
      page.wrapped(
          "Files  ",
          files.stream().map(Path::toString).collect(Collectors.joining(" · ")),
          Tone.PLAIN);
    }
    return page.text();
  }
}
