package org.bindbench.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.RunRecord;
import org.bindbench.model.WarmUp;
import org.bindbench.model.WorkerFacts;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Markdown;

/** The parts of the document that say on what and how a run was made. */
final class MarkdownCircumstances {
  private MarkdownCircumstances() {}

  static void title(Markdown page, RunAnalysis analysis) {
    RunRecord run = analysis.run();
    Instant started = run.startedAt().truncatedTo(ChronoUnit.SECONDS);
    page.paragraph(
        "Run "
            + run.id()
            + ", started "
            + started
            + ", took "
            + Figures.duration(run.elapsed())
            + ", Bindbench "
            + run.environment().bindbench()
            + ".");
  }

  static void system(Markdown page, RunAnalysis analysis) {
    Environment machine = analysis.run().environment();
    page.heading(2, "System");
    page.item("Machine", Sentences.machine(machine));
    page.item("JVM of the engines", Sentences.workerJvms(analysis.run()));
    page.item("JVM of bindbench", machine.parentJvm());
    page.blank();
    Engines engines = new Engines(analysis);
    List<List<Grid.Cell>> rows = new ArrayList<>();
    for (String id : engines.ids()) {
      rows.add(
          List.of(
              Grid.Cell.of(id),
              Grid.Cell.of(
                  engines.profile(id).map(each -> each.language().title()).orElse("unknown")),
              Grid.Cell.of(engines.profile(id).map(EngineProfile::version).orElse("unknown")),
              Grid.Cell.of(Sentences.mode(engines, id)),
              Grid.Cell.of(collectors(engines, id))));
    }
    if (rows.isEmpty()) return;
    page.table(
        new Grid(
            List.of(
                Grid.Column.words("engine"),
                Grid.Column.words("language"),
                Grid.Column.words("version"),
                Grid.Column.words("how it ran"),
                Grid.Column.words("collector")),
            rows));
  }

  static void method(Markdown page, RunAnalysis analysis) {
    RunRecord run = analysis.run();
    page.heading(2, "How it was measured");
    page.item("Level", run.plan().level());
    page.item("Command", String.join(" ", run.plan().command()));
    page.item("Seed", run.plan().seed() + ", which fixes the order of the timed trials");
    page.item("Trials", String.valueOf(run.plan().trials()));
    new TreeMap<>(run.plan().efforts()).forEach((engine, effort) -> effort(page, engine, effort));
    Sentences.sharing(analysis).ifPresent(note -> page.item("Note", note));
    Sentences.standIns(analysis).forEach(note -> page.item("Note", note));
    options(analysis).forEach((engine, options) -> page.item("JVM options of " + engine, options));
    page.item(
        "Statistics",
        "each fork gives one value; a figure is the geometric mean of the forks with a 95 % t"
            + " interval on the logarithms, from 3 forks up; below that it is their median and has"
            + " no interval");
  }

  private static void effort(Markdown page, String engine, Effort effort) {
    page.item(
        "Effort for " + engine,
        (effort.forks() == 1 ? "1 fork" : effort.forks() + " forks")
            + ", "
            + (effort.rotated() ? "cases in rotation in one JVM" : "each timed case in its own JVM")
            + ", warm-up "
            + warmUp(effort.warmUp())
            + ", measured "
            + Figures.duration(effort.measured())
            + ", iterations of "
            + Figures.duration(effort.iteration()));
  }

  private static String warmUp(WarmUp warmUp) {
    return warmUp.hasFixedLength()
        ? Figures.duration(warmUp.least())
        : "until settled, from "
            + Figures.duration(warmUp.least())
            + " to "
            + Figures.duration(warmUp.most());
  }

  private static String collectors(Engines engines, String id) {
    return engines.workers().stream()
        .filter(worker -> worker.engine().equals(id))
        .map(WorkerFacts::collector)
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private static Map<String, String> options(RunAnalysis analysis) {
    Map<String, List<WorkerFacts>> byEngine =
        new Engines(analysis)
            .workers().stream()
                .collect(
                    Collectors.groupingBy(
                        WorkerFacts::engine, LinkedHashMap::new, Collectors.toList()));
    Map<String, String> options = new LinkedHashMap<>();
    byEngine.forEach((engine, all) -> options.put(engine, JvmOptions.of(all).inWords()));
    return options;
  }
}
