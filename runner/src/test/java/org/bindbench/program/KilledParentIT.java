package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentIT {
  @TempDir Path folder;

  @Test
  @Tag("fault-8")
  void aWorkerWhoseParentWasKilledEndsWithAllThatItsScriptStarted() throws Exception {
    Path pids = folder.resolve("child.pids");
    try (Running run =
        Running.start(
            RunnerJar.in(folder),
            "lua",
            RunnerJar.resource("faults/faults.lua"),
            "-e",
            "luaj",
            "-f",
            "1",
            "--pattern",
            "waits_for_a_child")) {
      while (!Files.exists(pids) || Files.size(pids) == 0) run.goOnFor(Duration.ofMillis(20));
      List<ProcessHandle> tree = run.tree();
      assertThat(tree).as("Bindbench, its worker, a shell and what that started").hasSize(4);
      run.signal("KILL");
      run.exitCode();
      Running.assertGone(tree);
    }
  }
}
