package org.bindbench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
  @TempDir Path folder;

  @Test
  @Tag("fault-17")
  void aSecondRunIsRefusedWithItsOwnExitCodeAndTheHoldersProcess() throws Exception {
    RunLock.whileHeld(
        folder,
        () ->
            assertThatThrownBy(() -> RunLock.whileHeld(folder, () -> "second"))
                .isInstanceOfSatisfying(
                    UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(RunLock.BUSY))
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("--output-dir"));
  }

  @Test
  @Tag("fault-17")
  void aFileThatWasLeftBehindLocksNobodyOut() throws Exception {
    Files.writeString(folder.resolve(".lock"), "123456789");
    assertThat(RunLock.<String>whileHeld(folder, () -> "free")).isEqualTo("free");
  }

  @Test
  void theFolderIsFreeAgainWhereTheWorkFailed() throws Exception {
    assertThatThrownBy(
            () ->
                RunLock.whileHeld(
                    folder,
                    () -> {
                      throw new IllegalStateException("planted");
                    }))
        .hasMessage("planted");
    assertThat(RunLock.<String>whileHeld(folder, () -> "free")).isEqualTo("free");
  }

  @Test
  @Tag("fault-16")
  void aFileInThePlaceOfTheFolderIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("runs"));
    assertThatThrownBy(() -> RunLock.whileHeld(file, () -> "never"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(file.toString());
  }
}
