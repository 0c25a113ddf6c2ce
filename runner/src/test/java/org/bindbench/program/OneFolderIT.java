package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault-17")
class OneFolderIT {
  @TempDir Path folder;

  @Test
  void aSecondRunIntoTheSameFolderIsRefusedUntilTheFirstIsGone() throws Exception {
    try (Running first = Running.start(RunnerJar.in(folder), words("100"))) {
      first.untilItSays(line -> line.startsWith("["));
      Ended second = RunnerJar.in(folder).run(words("1")).with(75);
      assertThat(second.err()).contains("Another run writes to").contains("--output-dir");
      assertThat(second.out()).isEmpty();
      List<ProcessHandle> tree = first.tree();
      first.signal("KILL");
      first.exitCode();
      Running.assertGone(tree);
    }
    RunnerJar.in(folder).run(words("1")).with(0);
  }

  private static String[] words(String forks) {
    return ("lua --pattern function_call -e luaj -w 100ms -r 200ms -f " + forks).split(" ");
  }
}
