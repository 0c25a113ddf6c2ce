package org.bindbench.report.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.bound.BoundAgainstOwn;
import org.bindbench.analysis.bound.BoundRatio;
import org.bindbench.analysis.stress.Conclusion;
import org.bindbench.model.metric.Metric;
import org.bindbench.report.chapter.Chapter;
import org.bindbench.report.chapter.Part;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** Bound objects against the language's own: bytes, allocation and recovery as ratios. */
public final class BoundSection {
  private static final String EXPLANATION =
      "A figure of bound objects over that of the language's own objects on the same engine, with"
          + " the 95 % interval of the ratio by Welch on the logarithms of the forks. Figures that are"
          + " exactly equal are left out on the screen.";

  private BoundSection() {}

  /** The section, without parts where no case of bound objects has its counterpart in the run. */
  public static Chapter of(RunAnalysis analysis) {
    List<BoundRatio> ratios = BoundAgainstOwn.of(analysis);
    if (ratios.isEmpty())
      return new Chapter("Bound objects against own", List.of(), List.of(), List.of());
    return new Chapter(
        "Bound objects against own",
        List.of(EXPLANATION),
        List.of(
            new Part(
                "What does an object of a Java library cost beside one of the language's own?",
                "",
                List.of(grid(unlike(ratios), false)),
                List.of(grid(ratios, true)),
                List.of())),
        ratios.stream().filter(BoundRatio::isDecided).map(BoundSection::sentence).toList());
  }

  /** Those that are not exactly equal; all where every one is. */
  private static List<BoundRatio> unlike(List<BoundRatio> ratios) {
    List<BoundRatio> unlike = ratios.stream().filter(each -> !each.isTie()).toList();
    return unlike.isEmpty() ? ratios : unlike;
  }

  private static Grid grid(List<BoundRatio> ratios, boolean full) {
    List<Grid.Column> columns = new ArrayList<>();
    columns.add(Grid.Column.words("figure"));
    if (full) columns.add(Grid.Column.words("bound case"));
    columns.add(Grid.Column.words("engine"));
    for (String title : List.of("own", "bound", "bound / own"))
      columns.add(Grid.Column.numbers(title));
    if (full) columns.add(Grid.Column.words("forks, bound and own"));
    columns.add(Grid.Column.words("note"));
    return new Grid(columns, ratios.stream().map(each -> line(each, full)).toList())
        .withoutEmptyColumns();
  }

  private static List<Grid.Cell> line(BoundRatio each, boolean full) {
    Metric metric = each.counterpart().metric();
    String params =
        each.bound().params().values().stream()
            .map(value -> " " + value.replace('_', ' '))
            .collect(Collectors.joining());
    List<Grid.Cell> cells = new ArrayList<>();
    cells.add(Grid.Cell.of(metric.id().replace('_', ' ') + params));
    if (full) cells.add(Grid.Cell.of(each.bound().name()));
    cells.add(Grid.Cell.of(each.column().title()));
    cells.add(Grid.Cell.of(Figures.cell(each.ownFigure().value(), metric.unit())));
    cells.add(Grid.Cell.of(Figures.cell(each.boundFigure().value(), metric.unit())));
    cells.add(Grid.Cell.of(Figures.ratio(each.ratio())));
    if (full)
      cells.add(
          Grid.Cell.of(
              each.boundFigure().forkValues().size()
                  + " and "
                  + each.ownFigure().forkValues().size()));
    String caveats = words(each);
    String jit = each.withoutJit() ? CaseResult.WITHOUT_JIT : "";
    cells.add(
        caveats.isEmpty()
            ? Grid.Cell.of(jit)
            : new Grid.Cell(jit.isEmpty() ? caveats : jit + ", " + caveats, Tone.DOUBTFUL));
    return cells;
  }

  /** Both figures may carry the same word, each for forks of its own; their rows say why. */
  private static String words(BoundRatio ratio) {
    return ratio.caveats().stream().map(Caveat::word).distinct().collect(Collectors.joining(", "));
  }

  private static Conclusion sentence(BoundRatio each) {
    return new Conclusion(
        each.bound() + " · " + each.column(),
        "a bound object "
            + each.counterpart().says().formatted(Figures.multiple(each.ratio()))
            + " the language's own",
        words(each),
        "");
  }
}
