package org.bindbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/** A command that is named is described without the others, and must not differ for it. */
class NamedCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @ParameterizedTest
  @MethodSource("names")
  void helpOfACommandIsTheSameAsAmongAllOthers(String name) {
    Terminal terminal = terminal(out);
    assertThat(Main.run(new String[] {name, "--help"}, terminal)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            Objects.requireNonNull(Main.commandLine(terminal).getSubcommands().get(name))
                .getUsageMessage(Ansi.OFF));
  }

  static Set<String> names() {
    return Main.commandLine(terminal(new ByteArrayOutputStream())).getSubcommands().keySet();
  }

  private static Terminal terminal(ByteArrayOutputStream bytes) {
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, new Style(false, false, 100), false);
  }
}
