package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
        (TrialOutcome.Crashed) Death.outcome(134, "", folder.resolve("worker.log"), crashLog);
    assertThat(crashed.log()).isEqualTo(crashLog.toString());
    assertThat(crashed.reason()).contains("ABRT");
  }

  @Test
  @Tag("fault-2")
  void theCrashFileNamesTheSignalThatTheExitCodeDoesNot() throws Exception {
    Path crashLog = folder.resolve("hs_err_1.log");
    Files.writeString(crashLog, "#\n# A fatal error\n#\n#  SIGSEGV (0xb) at pc=0x0, pid=1\n#\n");
    TrialOutcome crashed = Death.outcome(134, "#", folder.resolve("worker.log"), crashLog);
    assertThat(crashed.reason())
        .isEqualTo("the worker's JVM crashed: SIGSEGV (0xb) at pc=0x0, pid=1");
  }

  private TrialOutcome death(int exitCode, String lastWords) {
    return Death.outcome(
        exitCode, lastWords, folder.resolve("worker.log"), folder.resolve("none.log"));
  }
}
