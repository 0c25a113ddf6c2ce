package org.bindbench.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.config.Setting;
import org.bindbench.config.yaml.SettingsSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ConfigCommand.Show.class, ConfigCommand.Schema.class},
    description = "Show the settings in effect, or the schema of bindbench.yaml.")
final class ConfigCommand {
  private static final int WIDEST = 1000;

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "Print every setting in effect and where it came from: default, file:line, --set or option.",
        "The options are those of the commands that measure."
      })
  static final class Show implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin MeasureOptions options = new MeasureOptions();

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      List<Setting> settings = options.settings(new Workbench().vocabulary()).all();
      terminal
          .out()
          .println(
              AsciiTable.getTable(
                  AsciiTable.NO_BORDERS,
                  settings,
                  List.of(
                      column("setting", Setting::key),
                      column("value", setting -> Printable.line(setting.text())),
                      column("from", setting -> Printable.line(setting.origin().brief())))));
      return 0;
    }
  }

  @Command(
      name = "schema",
      mixinStandardHelpOptions = true,
      description = "Print the JSON Schema of bindbench.yaml, for editors.")
  static final class Schema implements Callable<Integer> {
    private final Terminal terminal;

    Schema(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      terminal.out().print(SettingsSchema.text());
      return 0;
    }
  }

  private static ColumnData<Setting> column(String header, Function<Setting, String> value) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .maxWidth(WIDEST)
        .with(value);
  }
}
