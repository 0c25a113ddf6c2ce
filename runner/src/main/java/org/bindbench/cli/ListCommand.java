package org.bindbench.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bindbench.cli.plan.CaseFinder;
import org.bindbench.cli.plan.Cases;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.cli.plan.Selection;
import org.bindbench.engine.Engine;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Language;
import org.bindbench.model.TrialRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the engines and the cases of the bundled suites, or of the given files.")
final class ListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "0..*", paramLabel = "FILE", description = "Suites in Python or Lua.")
  List<Path> files = new ArrayList<>();

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Workbench workbench = new Workbench();
    WorkerJvm workerJvm = workbench.plainWorkers(workbench.chooseJvm(List.of()).jvm());
    Path logs = workbench.cache().folder("list");
    CaseFinder finder = new CaseFinder(workbench, workerJvm, logs, SystemTicker.INSTANCE);
    List<CaseDeclaration> cases = new ArrayList<>();
    List<TrialRecord> broken = new ArrayList<>();
    for (Language language : Language.values()) {
      List<Path> ofLanguage = files.stream().filter(file -> language.owns(file)).toList();
      if (!files.isEmpty() && ofLanguage.isEmpty()) continue;
      Cases found =
          finder.find(
              List.of(language),
              ofLanguage,
              new Selection(List.of(), List.of()),
              UnaryOperator.identity(),
              List.of(Contestant.of(workbench.listingEngine(language))));
      cases.addAll(found.declarations());
      broken.addAll(found.broken());
    }
    print(workbench, cases);
    for (TrialRecord trial : broken)
      terminal.error(
          trial.spec().declaration().file()
              + " does not load: "
              + Printable.line(trial.outcome().reason()));
    return broken.isEmpty() ? 0 : 3;
  }

  private void print(Workbench workbench, List<CaseDeclaration> cases) {
    terminal
        .out()
        .println(
            table(
                new ArrayList<>(workbench.engines().values()),
                List.of(
                    column("engine", (Engine engine) -> engine.profile().id()),
                    column("language", engine -> engine.profile().language().title()),
                    column("version", engine -> engine.profile().version()),
                    column("runs scripts by", engine -> engine.profile().mode()))));
    terminal
        .out()
        .println(
            table(
                cases,
                List.of(
                    column("case", (CaseDeclaration each) -> each.suite() + "." + each.name()),
                    column("in", each -> each.file().getFileName().toString()),
                    column("measured as", CaseDeclaration::protocol),
                    column("bound to", CaseDeclaration::library),
                    column("tags", each -> String.join(" ", each.tags())),
                    column("swept", each -> String.join(" ", each.params().keySet())))));
  }

  private static <T> ColumnData<T> column(String header, Function<T, String> value) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .with(value);
  }

  private static <T> String table(List<T> rows, List<ColumnData<T>> columns) {
    return AsciiTable.getTable(AsciiTable.NO_BORDERS, rows, columns);
  }
}
