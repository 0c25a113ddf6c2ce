package org.bindbench.report.leak.path;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.leak.path.Explanation;
import org.bindbench.analysis.leak.path.Explanations;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.model.leak.ReferencePath;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;
import org.bindbench.report.layout.Page;
import org.bindbench.report.layout.Tone;

/** The section on what keeps memory alive; none where no row lost any. */
public final class PathSection {
  private static final String TITLE = "What holds memory that stays";

  private PathSection() {}

  /** Writes it for a terminal: names first, then ways, then classes. */
  public static void console(Page page, RunAnalysis analysis) {
    List<Explanation> all = Explanations.of(analysis);
    if (all.isEmpty()) return;
    page.section("📊", TITLE);
    boolean first = true;
    for (Explanation each : all) {
      if (!first) page.blank();
      first = false;
      page.wrapped("", title(each), Tone.HEADING);
      if (each.evidence().isEmpty())
        page.wrapped("   ? ", "not explained: " + each.missing(), Tone.DOUBTFUL);
      each.evidence().ifPresent(evidence -> console(page, each, evidence));
    }
  }

  private static void console(Page page, Explanation explanation, LeakEvidence evidence) {
    boolean named = !evidence.containers().isEmpty();
    PathSentences.containers(evidence)
        .forEach(
            sentence ->
                page.wrapped(
                    named ? "   > " : "   ? ", sentence, named ? Tone.BAD : Tone.DOUBTFUL));
    PathSentences.ways(explanation, evidence)
        .forEach(sentence -> page.wrapped("   - ", sentence, Tone.PLAIN));
    page.wrapped("   - ", PathSentences.classes(evidence), Tone.QUIET);
    evidence.gaps().forEach(gap -> page.wrapped("   ? ", gap, Tone.DOUBTFUL));
  }

  /** Writes it for a document, with every way as the JVM recorded it folded below. */
  public static void markdown(Markdown page, RunAnalysis analysis) {
    List<Explanation> all = Explanations.of(analysis);
    if (all.isEmpty()) return;
    page.heading(2, TITLE);
    page.paragraph(
        "Found in a fork of its own for each row that lost memory"
            + " without having declared it, and for the planted leak: containers by walking through"
            + " what the script can reach, before and after the cycles; ways by the flight"
            + " recorder's samples of objects that stay; classes by counting what is alive.");
    for (Explanation each : all) {
      page.heading(3, title(each));
      if (each.evidence().isEmpty()) page.item("not explained", each.missing());
      each.evidence().ifPresent(evidence -> markdown(page, each, evidence));
    }
  }

  private static void markdown(Markdown page, Explanation explanation, LeakEvidence evidence) {
    PathSentences.containers(evidence).forEach(sentence -> page.item("", sentence));
    PathSentences.ways(explanation, evidence).forEach(sentence -> page.item("", sentence));
    page.item("", PathSentences.classes(evidence));
    evidence.gaps().forEach(gap -> page.item("not looked at", gap));
    if (!evidence.paths().isEmpty())
      page.folded("The ways as the JVM recorded them: " + evidence.paths().size(), ways(evidence));
  }

  private static Grid ways(LeakEvidence evidence) {
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (ReferencePath path : evidence.paths())
      rows.add(
          List.of(
              Grid.Cell.of(Integer.toString(path.samples())),
              Grid.Cell.of(path.type()),
              Grid.Cell.of(RecordedWay.text(path)),
              Grid.Cell.of(path.root())));
    return new Grid(
        List.of(
            Grid.Column.numbers("samples"),
            Grid.Column.words("object"),
            Grid.Column.words("held by, and that by"),
            Grid.Column.words("root")),
        rows);
  }

  private static String title(Explanation explanation) {
    boolean other =
        !explanation.engine().isEmpty()
            && !explanation.engine().equals(explanation.column().engine());
    return explanation.title() + (other ? " (looked into on " + explanation.engine() + ")" : "");
  }
}
