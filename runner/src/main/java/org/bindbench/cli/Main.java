package org.bindbench.cli;

import java.util.List;
import java.util.Set;
import org.bindbench.cli.baseline.BaselineCommand;
import org.bindbench.cli.compare.CompareCommand;
import org.bindbench.cli.compare.SelfcheckCommand;
import org.bindbench.cli.gate.GateCommand;
import org.bindbench.cli.history.HistoryCommand;
import org.bindbench.cli.history.TrendCommand;
import org.bindbench.cli.limits.LimitsCommand;
import org.bindbench.model.UsageException;
import org.bindbench.model.Versions;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** {@code java -jar runner.jar}. */
@Command(
    name = "bindbench",
    description = {
      "Measures Python (GraalPy) and Lua (LuaJ) embedded in the JVM: rates, memory,",
      "weak references and recovery, in forked JVMs."
    },
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExit codes:%n",
    footer = {
      "    0  everything asked for was measured",
      "    1  a figure missed a critical threshold that is marked as failing, a leak is critical, a gate",
      "       failed, or a baseline was refused",
      "    2  the command line or a file is wrong",
      "    3  a trial failed, or of what was to be held to gates not one row could be compared",
      "   70  a fault of Bindbench itself",
      "   74  standard output could not be written",
      "   75  another run writes to the same folder",
      "   78  the environment does not allow what was asked for"
    })
public final class Main {
  private static final List<Class<?>> COMMANDS =
      List.of(
          AllCommand.class,
          PythonCommand.class,
          LuaCommand.class,
          ReferenceCommand.class,
          CapabilitiesCommand.class,
          CompareCommand.class,
          GateCommand.class,
          BaselineCommand.class,
          SelfcheckCommand.class,
          LimitsCommand.class,
          ReportCommand.class,
          HistoryCommand.class,
          TrendCommand.class,
          ListCommand.class,
          ConfigCommand.class,
          DoctorCommand.class,
          VersionCommand.class,
          HelpCommand.class,
          AutoComplete.GenerateCompletion.class);

  /** Commands that speak of the others. */
  private static final Set<Class<?>> OF_ALL =
      Set.of(HelpCommand.class, AutoComplete.GenerateCompletion.class);

  private static final int FAULT = 70;
  private static final int UNWRITTEN = 74;

  private Main() {}

  /** Runs the command and ends with its exit code. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofThisProcess();
    int exitCode = run(args, terminal);
    System.exit(terminal.isWritten() ? exitCode : unwritten(exitCode, terminal));
  }

  /** Results that did not reach standard output are no success. */
  private static int unwritten(int exitCode, Terminal terminal) {
    terminal.error("standard output could not be written: is the disk full, or the reader gone?");
    return exitCode == 0 ? UNWRITTEN : exitCode;
  }

  static int run(String[] args, Terminal terminal) {
    CommandLine commandLine = commandLine(terminal, commands(args));
    sayVersion(commandLine);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.style().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    commandLine.setOut(terminal.outWriter());
    commandLine.setErr(terminal.errWriter());
    commandLine.setExecutionStrategy(new CommandLine.RunLast());
    commandLine.setParameterExceptionHandler((e, ignored) -> badUsage(e, terminal));
    commandLine.setExecutionExceptionHandler((e, ignored, parsed) -> failure(e, terminal));
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError | StackOverflowError e) { // else the JVM ends with 1, a failed gate
      terminal.fault(e);
      return FAULT;
    }
  }

  /** Every command. */
  static CommandLine commandLine(Terminal terminal) {
    return commandLine(terminal, COMMANDS);
  }

  private static CommandLine commandLine(Terminal terminal, List<Class<?>> commands) {
    CommandLine commandLine = new CommandLine(new Main(), new TerminalFactory(terminal));
    commands.forEach(commandLine::addSubcommand);
    return commandLine;
  }

  /**
   * The one that is named, since describing the options of all takes longer than many a command.
   */
  private static List<Class<?>> commands(String[] args) {
    return COMMANDS.stream()
        .filter(command -> !OF_ALL.contains(command))
        .filter(command -> args.length > 0 && name(command).equals(args[0]))
        .findAny()
        .<List<Class<?>>>map(List::of)
        .orElse(COMMANDS);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  /** Every command has {@code --version}, which prints the one version there is. */
  private static void sayVersion(CommandLine commandLine) {
    commandLine.getCommandSpec().version("bindbench " + Versions.current().bindbench());
    commandLine.getSubcommands().values().forEach(Main::sayVersion);
  }

  private static int badUsage(ParameterException e, Terminal terminal) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName(" ");
    terminal.error(e.getMessage() + "\nSee `" + name + " --help`.");
    return 2;
  }

  private static int failure(Exception e, Terminal terminal) {
    if (e instanceof UsageException usage) {
      terminal.error(String.valueOf(usage.getMessage()));
      return usage.exitCode();
    }
    terminal.fault(e);
    return FAULT;
  }
}
