package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fork")
@Tag("fault-18")
class KilledWriterTest {
  private static final String REPORT = "report.txt";
  private static final int BYTES = 4 << 20;
  private static final int KILLED = 12;

  @TempDir Path folder;

  @Test
  void aReportIsWholeWheneverItsWriterIsKilled() throws Exception {
    for (int i = 0; i < KILLED; i++) {
      killAfter(1 + i % 4);
      byte[] report = Files.readAllBytes(folder.resolve(REPORT));
      assertThat(report).hasSize(BYTES);
      assertThat(report).containsOnly(report[0]);
    }
  }

  /** While it writes the next: each report that is done is a line. */
  private void killAfter(int reports) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < reports; i++) assertThat(lines.readLine()).isEqualTo("written");
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  /** Writes one report over the other, each of one letter, until it is killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      ReportWriter writer = new ReportWriter(Path.of(arguments[0]));
      byte[] content = new byte[BYTES];
      for (int letter = 'a'; ; letter = letter == 'z' ? 'a' : letter + 1) {
        Arrays.fill(content, (byte) letter);
        writer.write(Map.of(REPORT, content));
        System.out.println("written");
      }
    }
  }
}
