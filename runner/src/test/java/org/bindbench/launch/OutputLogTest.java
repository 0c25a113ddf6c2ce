package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLogTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  @Tag("fault-12")
  void aGigabyteIsReadToItsEndAndEightMebibytesAreKept() throws Exception {
    Flood flood = new Flood(1L << 30);
    OutputLog log = OutputLog.pump(flood, folder.resolve("worker.log"));
    log.await(LONGEST);
    assertThat(flood.left).isZero();
    assertThat(Files.size(folder.resolve("worker.log")))
        .isBetween(OutputLog.MOST_BYTES, OutputLog.MOST_BYTES + 100);
    assertThat(log.tail()).contains("[the rest of the output was dropped]\n").endsWith("x");
  }

  /** The JVM's last words come last, however much a script printed before. */
  @Test
  void theLastWordsAreKnownWhereTheFileHasNoRoomForThem() throws Exception {
    InputStream words =
        new SequenceInputStream(
            new Flood(2 * OutputLog.MOST_BYTES),
            new ByteArrayInputStream("\nTerminating due to x\n".getBytes(StandardCharsets.UTF_8)));
    OutputLog log = OutputLog.pump(words, folder.resolve("worker.log"));
    log.await(LONGEST);
    assertThat(log.tail()).endsWith("\nTerminating due to x\n");
  }

  @Test
  void whatFitsIsKeptAsItIs() throws Exception {
    Flood flood = new Flood(OutputLog.MOST_BYTES);
    OutputLog log = OutputLog.pump(flood, folder.resolve("deep/worker.log"));
    log.await(LONGEST);
    assertThat(Files.size(folder.resolve("deep/worker.log"))).isEqualTo(OutputLog.MOST_BYTES);
    assertThat(log.tail()).doesNotContain("dropped");
  }

  @Test
  @Tag("fault-15")
  void aFullDiskStopsNoWorkerThatPrints() throws Exception {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.isWritable(full), "this system has no /dev/full");
    Flood flood = new Flood(10 << 20);
    OutputLog.pump(flood, full).await(LONGEST);
    assertThat(flood.left).isZero();
  }

  /** So many bytes, made up as they are read. */
  private static final class Flood extends InputStream {
    private long left;

    Flood(long bytes) {
      this.left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) return -1;
      int count = (int) Math.min(length, left);
      byte[] line = "x".repeat(count).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(line, 0, buffer, offset, count);
      left -= count;
      return count;
    }
  }
}
