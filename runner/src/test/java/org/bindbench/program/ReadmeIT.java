package org.bindbench.program;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.program.ReadmeCommands.Command;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command of README.md does what a reader expects of it: it exits with 0. */
@Tag("readme")
class ReadmeIT {
  private static final Path REPOSITORY = Path.of("").toAbsolutePath();
  private static final Path README = REPOSITORY.resolve("README.md");
  private static final int LONGEST_MINUTES = 40;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyCommandWorks() throws Exception {
    return commands().stream()
        .filter(command -> !runsTheseTests(command) && !gets(command))
        .map(command -> DynamicTest.dynamicTest(command.text(), () -> works(command)));
  }

  @Test
  void theMainCommandIsAmongThem() throws Exception {
    assertThat(commands()).extracting(Command::text).anyMatch(text -> text.contains("run all"));
  }

  @Test
  void theCommandThatIsNotRunAgainIsTheOneThatRunsThis() throws Exception {
    assertThat(commands()).anyMatch(ReadmeIT::runsTheseTests);
    assertThat(REPOSITORY.resolve("scripts/test")).isExecutable().content().contains("verify");
  }

  private static List<Command> commands() throws Exception {
    return ReadmeCommands.of(Files.readString(README));
  }

  private static boolean runsTheseTests(Command command) {
    return command.text().startsWith("scripts/test");
  }

  /** A clone of what is here already, over the network. */
  private static boolean gets(Command command) {
    return command.text().startsWith("git clone ");
  }

  private void works(Command command) throws Exception {
    for (Map.Entry<String, String> file : command.files().entrySet())
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    boolean elsewhere = !command.files().isEmpty();
    String text =
        elsewhere
            ? command.text().replace("scripts/", REPOSITORY.resolve("scripts") + "/")
            : command.text();
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder("bash", "-c", text)
            .directory((elsewhere ? folder : REPOSITORY).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(LONGEST_MINUTES, MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    assertThat(process.waitFor())
        .as("exit code of %s, which printed%n%s", text, Files.readString(output))
        .isZero();
  }
}
