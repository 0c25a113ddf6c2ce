package org.bindbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What help says: picocli formats every line, and warns where a percent sign stands alone. */
class DescriptionsTest {
  @Test
  void everyLineOfEveryDescriptionCanBeFormatted() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    CommandLine all =
        Main.commandLine(new Terminal(nowhere, nowhere, new Style(false, false, 100), false));
    List<String> lines = new ArrayList<>();
    collect(all.getCommandSpec(), lines);

    assertThat(lines).hasSizeGreaterThan(100);
    for (String line : lines)
      assertThatCode(() -> String.format(Locale.ROOT, line)).as(line).doesNotThrowAnyException();
  }

  private static void collect(CommandSpec command, List<String> lines) {
    lines.addAll(List.of(command.usageMessage().description()));
    lines.addAll(List.of(command.usageMessage().header()));
    lines.addAll(List.of(command.usageMessage().footer()));
    for (ArgSpec each : command.args()) lines.addAll(List.of(each.description()));
    command.subcommands().values().forEach(each -> collect(each.getCommandSpec(), lines));
  }
}
