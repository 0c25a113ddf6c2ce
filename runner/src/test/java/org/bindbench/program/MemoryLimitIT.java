package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a control group that has less memory than its worker's heap. */
class MemoryLimitIT {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");

  /** Enough for Bindbench itself, and for less than half of a worker's heap of 1 GiB. */
  private static final long LIMIT_BYTES = 450L << 20;

  @TempDir Path folder;

  @Test
  @Tag("fault-4")
  void aWorkerThatTheSystemKillsAtTheLimitIsOutOfMemory() throws Exception {
    Path group = limitedGroup();
    try {
      Ended ended =
          RunnerJar.in(folder)
              .runBy(
                  "echo $$ >" + group + "/cgroup.procs && exec \"$0\" \"$@\"",
                  ("lua %s -e luaj -f 1 -w 500ms -r 300ms --pattern heap_filled --pattern halt_137"
                          + " --level comprehensive")
                      .formatted(RunnerJar.resource("faults/faults.lua"))
                      .split(" "))
              .with(3);
      assertThat(ended.row("heap_filled").path("status").asText()).isEqualTo("OUT_OF_MEMORY");
      assertThat(ended.outcome("heap_filled").path("where").asText()).isEqualTo("killed");
      assertThat(ended.row("halt_137").path("status").asText()).isEqualTo("CRASHED");
    } finally {
      remove(group);
    }
  }

  /** Below the group of this process, so that whatever limits it holds for the run as well. */
  private static Path limitedGroup() {
    Path made = Path.of("");
    try {
      Path own = ownGroup();
      made = Files.createDirectory(own.resolve("bindbench-" + ProcessHandle.current().pid()));
      boolean unified = Files.exists(made.resolve("memory.max"));
      String file = unified ? "memory.max" : "memory.limit_in_bytes";
      String swap = unified ? "memory.swap.max" : "memory.memsw.limit_in_bytes";
      Files.writeString(made.resolve(file), Long.toString(LIMIT_BYTES));
      if (Files.exists(made.resolve(swap)))
        Files.writeString(made.resolve(swap), unified ? "0" : Long.toString(LIMIT_BYTES));
      return made;
    } catch (IOException e) {
      made.toFile().delete();
      assumeTrue(false, "no memory control group can be made here: " + e.getMessage());
      throw new AssertionError("not reached", e);
    }
  }

  private static Path ownGroup() throws IOException {
    List<String> groups = Files.readAllLines(Path.of("/proc/self/cgroup"));
    for (String line : groups) {
      String[] parts = line.split(":", 3);
      if (parts[1].equals("memory")) return GROUPS.resolve("memory").resolve(relative(parts[2]));
    }
    for (String line : groups)
      if (line.startsWith("0::")) return GROUPS.resolve(relative(line.substring(3)));
    throw new IOException("this process is in no control group");
  }

  private static String relative(String group) {
    return group.replaceFirst("^/+", "");
  }

  /** The kernel lets go of a group a moment after its last process. */
  private static void remove(Path group) throws IOException {
    Instant limit = Instant.now().plus(Duration.ofSeconds(10));
    while (!group.toFile().delete())
      if (Instant.now().isAfter(limit)) throw new IOException(group + " cannot be removed");
  }
}
