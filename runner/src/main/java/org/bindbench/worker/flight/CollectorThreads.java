package org.bindbench.worker.flight;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CPU time of the threads that collect: Linux counts it for each of a process's threads, in ns
 * ({@code /proc/PID/task/TID/schedstat}). The JVM's own event {@code jdk.GCCPUTime} cannot serve:
 * it tells the whole process's time during a pause, compilers included, in steps of 10 ms, knows
 * nothing of what runs beside the script, and is missing before JDK 20.
 *
 * <p>The thread "VM Thread" is counted with them, since Serial collects on it; so is the little
 * else that it does.
 */
final class CollectorThreads {
  /** HotSpot's names, which the system cuts after 15 characters. */
  private static final List<String> NAMES =
      List.of(
          "VM Thread",
          "GC Thread",
          "G1 ",
          "ZWorker",
          "ZDriver",
          "ZDirector",
          "ZStat",
          "ZUnc",
          "ZUnm");

  private final Path tasks;

  /** The threads of this process. */
  CollectorThreads() {
    this(Path.of("/proc/self/task"));
  }

  CollectorThreads(Path tasks) {
    this.tasks = tasks;
  }

  /** CPU time so far by thread, in ns; empty where the system does not tell. */
  Optional<Map<String, Long>> nanos() {
    Map<String, Long> nanos = new HashMap<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) add(thread, nanos);
    } catch (IOException e) {
      return Optional.empty();
    }
    return nanos.isEmpty() ? Optional.empty() : Optional.of(nanos);
  }

  private static void add(Path thread, Map<String, Long> nanos) throws IOException {
    try {
      String name = Files.readString(thread.resolve("comm")).strip();
      if (NAMES.stream().noneMatch(name::startsWith)) return;
      String used = Files.readString(thread.resolve("schedstat")).strip().split(" ")[0];
      nanos.put(String.valueOf(thread.getFileName()), Long.parseLong(used));
    } catch (NumberFormatException e) {
      throw new IOException("unknown form of " + thread.resolve("schedstat"), e);
    } catch (IOException e) {
      if (Files.exists(thread)) throw e; // else it ended meanwhile, as the collector's do not
    }
  }

  /** What the threads used between two readings, in ns; a thread that is new began at 0. */
  static long between(Map<String, Long> before, Map<String, Long> after) {
    return after.entrySet().stream()
        .mapToLong(each -> each.getValue() - before.getOrDefault(each.getKey(), 0L))
        .sum();
  }
}
