package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results that have no room. */
@Tag("fault-15")
class DiskFullIT {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @Test
  void aFullDiskFailsTheRunLeavesTheOldReportAndLosesNothingThatCanBePrinted() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString())
                .start()
                .waitFor()
            == 0,
        "no file system of 1 MiB can be mounted by this user");
    try {
      Path old = Files.writeString(disk.resolve("performance_metrics.json"), "old");
      // What the script prints goes to a log on the same disk.
      Ended ended =
          RunnerJar.in(folder)
              .run(
                  "lua",
                  RunnerJar.resource("faults/flood.lua"),
                  "-e",
                  "luaj",
                  "-f",
                  "1",
                  "-to",
                  "200s",
                  "--output-dir",
                  disk.toString())
              .with(78);
      assertThat(ended.err()).contains("No space left").contains("--output-dir");
      assertThat(ended.err()).doesNotContain("fault of Bindbench");
      assertThat(ended.out()).contains("flood");
      assertThat(old).hasContent("old");
      assertThat(new Ended(disk, 0, "", "").files(""))
          .noneMatch(file -> file.toString().endsWith(".part"))
          .noneMatch(file -> file.getFileName().toString().startsWith(".performance"));
    } finally {
      assertThat(new ProcessBuilder("umount", disk.toString()).start().waitFor()).isZero();
    }
  }

  @Test
  void aVersionThatCannotBePrintedIsNoSuccess() {
    assertThat(printingTo(FULL, "version").err()).contains("standard output could not be written");
  }

  @Test
  void resultsThatCannotBePrintedAreNoSuccessAndInTheirFilesAllTheSame() {
    Ended ended =
        printingTo(FULL, "lua --pattern function_call -e luaj -f 1 -w 100ms -r 200ms".split(" "));
    assertThat(ended.row("function_call").path("status").asText()).isEqualTo("COMPLETED");
  }

  private Ended printingTo(Path device, String... words) {
    assumeTrue(Files.isWritable(device), "this system has no " + device);
    return RunnerJar.in(folder).runBy("exec \"$0\" \"$@\" >" + device, words).with(74);
  }
}
