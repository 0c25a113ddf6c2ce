package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.bindbench.program.ReadmeCommands.Command;
import org.junit.jupiter.api.Test;

class ReadmeCommandsTest {
  @Test
  void everyLineOfAShellFenceIsACommandExceptComments() {
    assertThat(
            ReadmeCommands.of(
                """
                Build it:
                ```sh
                # a comment
                scripts/run version

                scripts/run list   # the cases
                ```
                """))
        .extracting(Command::text)
        .containsExactly("scripts/run version", "scripts/run list   # the cases");
  }

  @Test
  void aBackslashJoinsLines() {
    assertThat(ReadmeCommands.of("```sh\nscripts/run lua \\\n  --forks 3\n```\n"))
        .extracting(Command::text)
        .containsExactly("scripts/run lua --forks 3");
  }

  @Test
  void fencesOfOtherLanguagesAreNoCommands() {
    assertThat(ReadmeCommands.of("```\nls\n```\n```text\nls\n```\n```shell-session\n$ ls\n```\n"))
        .isEmpty();
  }

  @Test
  void aTitledFenceIsAFileOfTheCommandsRightAfterIt() {
    assertThat(
            ReadmeCommands.of(
                """
                ```lua title=my_suite.lua
                return 1
                ```
                ```sh
                scripts/run lua my_suite.lua
                ```
                ```sh
                scripts/run list
                ```
                """))
        .containsExactly(
            new Command("scripts/run lua my_suite.lua", Map.of("my_suite.lua", "return 1\n")),
            new Command("scripts/run list", Map.of()));
  }

  @Test
  void aFenceInsideALongerFenceIsText() {
    assertThat(ReadmeCommands.of("````text\n```sh\nls\n```\n````\n")).isEmpty();
  }

  @Test
  void aFenceThatIsNotClosedIsAnError() {
    assertThatThrownBy(() -> ReadmeCommands.of("```sh\nls\n")).hasMessageContaining("not closed");
  }
}
