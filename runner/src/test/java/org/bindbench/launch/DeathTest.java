package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bindbench.machine.ControlGroup;
import org.bindbench.model.TrialOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeathTest {
  @TempDir Path folder;

  @Test
  @Tag("fault-1")
  void exitCode137IsACrashAndNotOutOfMemory() {
    assertThat(death(137, "")).isInstanceOf(TrialOutcome.Crashed.class);
    assertThat(death(137, "").reason()).contains("137").contains("KILL");
  }

  @Test
  @Tag("fault-4")
  void aKillThatTheControlGroupCountedIsOutOfMemory() throws Exception {
    long before = killsCounted("oom_kill_disable 0\nunder_oom 0\noom_kill 2\n");
    long after = killsCounted("oom_kill_disable 0\nunder_oom 1\noom_kill 3\n");
    TrialOutcome outcome = death(137, after - before, "");
    assertThat(outcome).isInstanceOf(TrialOutcome.OutOfMemory.class);
    assertThat(((TrialOutcome.OutOfMemory) outcome).where()).isEqualTo("killed");
    assertThat(outcome.reason()).contains("control group");
  }

  @Test
  @Tag("fault-4")
  void aKillThatTheControlGroupDidNotCountIsACrash() throws Exception {
    long before = killsCounted("oom_kill_disable 0\nunder_oom 0\noom_kill 2\n");
    long after = killsCounted("oom_kill_disable 0\nunder_oom 0\noom_kill 2\n");
    assertThat(death(137, after - before, "")).isInstanceOf(TrialOutcome.Crashed.class);
  }

  @Test
  @Tag("fault-4")
  void anotherEndIsNoKillWhateverTheControlGroupCounted() {
    assertThat(death(1, 1, "")).isInstanceOf(TrialOutcome.Crashed.class);
  }

  /** As a control group of version 1 says it. */
  private long killsCounted(String oomControl) throws Exception {
    Files.createDirectories(folder.resolve("proc/self"));
    Files.writeString(folder.resolve("proc/self/cgroup"), "4:memory:/\n");
    Files.writeString(
        folder.resolve("proc/self/mountinfo"),
        "30 20 0:1 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n");
    Path group = Files.createDirectories(folder.resolve("sys/fs/cgroup/memory"));
    Files.writeString(group.resolve("memory.oom_control"), oomControl);
    return ControlGroup.read(folder).oomKills();
  }

  @Test
  @Tag("fault-3")
  void theJvmsOwnWordsTellAnExhaustedHeap() {
    TrialOutcome outcome =
        death(3, "working\nTerminating due to java.lang.OutOfMemoryError: Java heap space\n");
    assertThat(outcome)
        .isEqualTo(
            new TrialOutcome.OutOfMemory("java.lang.OutOfMemoryError: Java heap space", "heap"));
  }

  @Test
  void aScriptThatEndsTheJvmWithThreeIsNoExhaustedHeap() {
    assertThat(death(3, "bye")).isInstanceOf(TrialOutcome.Crashed.class);
    assertThat(death(3, "bye").reason()).contains("bye");
  }

  @Test
  @Tag("fault-13")
  void aCleanEndWithoutTheLastMessageIsIncomplete() {
    assertThat(death(0, "")).isInstanceOf(TrialOutcome.Incomplete.class);
  }

  @Test
  @Tag("fault-2")
  void theCrashFileIsTheEvidenceWhereThereIsOne() throws Exception {
    Path crashLog = Files.createFile(folder.resolve("hs_err_1.log"));
    TrialOutcome.Crashed crashed =
        (TrialOutcome.Crashed) Death.outcome(134, 0, "", folder.resolve("worker.log"), crashLog);
    assertThat(crashed.log()).isEqualTo(crashLog.toString());
    assertThat(crashed.reason()).contains("ABRT");
  }

  @Test
  @Tag("fault-2")
  void theCrashFileNamesTheSignalThatTheExitCodeDoesNot() throws Exception {
    Path crashLog = folder.resolve("hs_err_1.log");
    Files.writeString(crashLog, "#\n# A fatal error\n#\n#  SIGSEGV (0xb) at pc=0x0, pid=1\n#\n");
    TrialOutcome crashed = Death.outcome(134, 0, "#", folder.resolve("worker.log"), crashLog);
    assertThat(crashed.reason())
        .isEqualTo("the worker's JVM crashed: SIGSEGV (0xb) at pc=0x0, pid=1");
  }

  private TrialOutcome death(int exitCode, String lastWords) {
    return death(exitCode, 0, lastWords);
  }

  private TrialOutcome death(int exitCode, long oomKills, String lastWords) {
    return Death.outcome(
        exitCode, oomKills, lastWords, folder.resolve("worker.log"), folder.resolve("none.log"));
  }
}
