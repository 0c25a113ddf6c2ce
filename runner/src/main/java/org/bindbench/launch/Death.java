package org.bindbench.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.TrialOutcome;

/** What the end of a worker's process says about the trial it was working on. */
final class Death {
  /** HotSpot's exit code under {@code -XX:+ExitOnOutOfMemoryError}. */
  private static final int HEAP_EXHAUSTED = 3;

  private static final int SIGNAL_BASE = 128;

  /** What a process ends with that got KILL, from the system or from anybody else. */
  private static final int KILLED = SIGNAL_BASE + 9;

  /** HotSpot names the problem in the first of them. */
  private static final int HEADER_LINES = 10;

  private Death() {}

  /**
   * The outcome of the trial in progress.
   *
   * @param exitCode exit code of the process
   * @param oomKills how many processes of its control group the system killed for want of memory
   *     while it ran
   * @param lastWords what it printed last
   * @param log the file with everything it printed
   * @param crashLog where HotSpot writes its error file, which may not exist
   */
  static TrialOutcome outcome(
      int exitCode, long oomKills, String lastWords, Path log, Path crashLog) {
    if (exitCode == 0)
      return new TrialOutcome.Incomplete("the worker ended without reporting the trial");
    if (exitCode == HEAP_EXHAUSTED && lastWords.contains("java.lang.OutOfMemoryError"))
      return new TrialOutcome.OutOfMemory(reasonOf(lastWords), "heap");
    if (exitCode == KILLED && oomKills > 0)
      return new TrialOutcome.OutOfMemory(
          "the system killed the worker for want of memory: the limit of its control group was"
              + " reached",
          "killed");
    if (!Files.exists(crashLog))
      return new TrialOutcome.Crashed(crash(exitCode, lastWords), exitCode, log.toString());
    String reason =
        problem(crashLog)
            .map(problem -> "the worker's JVM crashed: " + problem)
            .orElseGet(() -> crash(exitCode, lastWords));
    return new TrialOutcome.Crashed(reason, exitCode, crashLog.toString());
  }

  /** HotSpot ends by ABRT whatever happened; its error file names the signal or the error. */
  private static Optional<String> problem(Path crashLog) {
    try (Stream<String> lines = Files.lines(crashLog, StandardCharsets.ISO_8859_1)) {
      return lines
          .limit(HEADER_LINES)
          .filter(line -> line.startsWith("#  "))
          .map(line -> line.substring(1).strip())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.of("its error file cannot be read: " + e.getMessage());
    }
  }

  private static String reasonOf(String lastWords) {
    return lastWords
        .lines()
        .filter(line -> line.contains("java.lang.OutOfMemoryError"))
        .reduce((first, second) -> second)
        .orElse("the heap is exhausted")
        .replace("Terminating due to ", "");
  }

  private static String crash(int exitCode, String lastWords) {
    String last = lastWords.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("");
    String how =
        exitCode > SIGNAL_BASE && exitCode < SIGNAL_BASE + 65
            ? "the worker ended with exit code %d (signal %s, or a script that ended the JVM)"
                .formatted(exitCode, signal(exitCode - SIGNAL_BASE))
            : "the worker ended with exit code %d".formatted(exitCode);
    return last.isEmpty() ? how : how + "; its last line: " + last.strip();
  }

  private static String signal(int number) {
    return switch (number) {
      case 1 -> "HUP";
      case 2 -> "INT";
      case 6 -> "ABRT";
      case 9 -> "KILL";
      case 11 -> "SEGV";
      case 15 -> "TERM";
      default -> String.format(Locale.ROOT, "%d", number);
    };
  }
}
