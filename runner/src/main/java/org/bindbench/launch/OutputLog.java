package org.bindbench.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Writes what a worker prints to a file, up to a cap, so that no script can fill the disk. Whatever
 * becomes of the file, all is read to its end: a script must never wait for its reader.
 */
final class OutputLog {
  /** The file is never longer than this and the line that says so. */
  static final long MOST_BYTES = 8L << 20;

  private static final String DROPPED = "\n[the rest of the output was dropped]\n";
  private static final int TAIL_BYTES = 4096;

  private final Thread pump;
  private final Path file;
  private final AtomicReference<String> beyond;

  private OutputLog(Thread pump, Path file, AtomicReference<String> beyond) {
    this.pump = pump;
    this.file = file;
    this.beyond = beyond;
  }

  /** Starts to write what comes, in a thread of its own, until the stream ends. */
  static OutputLog pump(InputStream in, Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    OutputStream out = Files.newOutputStream(file);
    AtomicReference<String> beyond = new AtomicReference<>("");
    Thread pump = new Thread(() -> copy(in, out, beyond), "bindbench-output");
    pump.setDaemon(true);
    pump.start();
    return new OutputLog(pump, file, beyond);
  }

  private static void copy(InputStream in, OutputStream out, AtomicReference<String> beyond) {
    try (in) {
      try (out) {
        keep(in, out);
      } catch (IOException e) {
        System.getLogger("bindbench")
            .log(System.Logger.Level.WARNING, "a worker's output cannot be kept: " + e);
      }
      drop(in, beyond);
    } catch (IOException e) {
      System.getLogger("bindbench")
          .log(System.Logger.Level.WARNING, "a worker's output was lost: " + e);
    }
  }

  /** Copies until the stream ends or the cap is reached. */
  private static void keep(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = MOST_BYTES;
    int count;
    while ((count = in.read(buffer)) >= 0) {
      out.write(buffer, 0, (int) Math.min(count, left));
      left -= count;
      if (left < 0) {
        out.write(DROPPED.getBytes(StandardCharsets.UTF_8));
        return;
      }
    }
  }

  /** Reads to the end; only the last words stay. */
  private static void drop(InputStream in, AtomicReference<String> beyond) throws IOException {
    byte[] buffer = new byte[1 << 16];
    byte[] last = new byte[0];
    int count;
    while ((count = in.read(buffer)) >= 0) {
      byte[] both = Arrays.copyOf(last, last.length + count);
      System.arraycopy(buffer, 0, both, last.length, count);
      last = Arrays.copyOfRange(both, Math.max(0, both.length - TAIL_BYTES), both.length);
    }
    if (last.length > 0) beyond.set(DROPPED + new String(last, StandardCharsets.UTF_8));
  }

  /** Waits until all is written, no longer than the limit. */
  void await(Duration limit) throws InterruptedException {
    pump.join(limit.toMillis());
  }

  /** The last lines, also where there was no more room for them in the file. */
  String tail() {
    String last = Objects.requireNonNullElse(beyond.get(), "");
    if (!last.isEmpty()) return last;
    try {
      byte[] bytes = Files.readAllBytes(file);
      int from = Math.max(0, bytes.length - TAIL_BYTES);
      return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "the log cannot be read: " + e.getMessage();
    }
  }
}
