package org.bindbench.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A run in progress: what it says on standard error, and the signals it can be sent. It leads a
 * session of its own and heeds every signal, whoever runs the tests: a background job of a shell
 * ignores SIGINT and hands that on.
 */
final class Running implements AutoCloseable {
  private static final int LONGEST_SECONDS = 120;
  private static final List<String> LAUNCHER = launcher();

  private final Process process;
  private final BufferedReader err;
  private final List<String> said = new ArrayList<>();

  private Running(Process process) {
    this.process = process;
    this.err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
  }

  static Running start(RunnerJar runner, String... words) throws IOException {
    return start(runner, Files.createTempFile("out", ".txt"), words);
  }

  /** With its standard output in that file. */
  static Running start(RunnerJar runner, Path out, String... words) throws IOException {
    return new Running(runner.builder(LAUNCHER, words).redirectOutput(out.toFile()).start());
  }

  private static List<String> launcher() {
    List<String> launcher = List.of("env", "--default-signal=INT,HUP,TERM", "setsid");
    List<String> trial = new ArrayList<>(launcher);
    trial.add("true");
    try {
      return new ProcessBuilder(trial).start().waitFor() == 0 ? launcher : List.of();
    } catch (IOException e) {
      return List.of(); // not a GNU system; signals are heeded where the tests run in front
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** Reads what it says up to the first such line. */
  Running untilItSays(Predicate<String> wanted) throws IOException {
    String line;
    while ((line = err.readLine()) != null) {
      said.add(line);
      if (wanted.test(line)) return this;
    }
    throw new AssertionError("the run ended and had not said what was waited for: " + said);
  }

  /** Every line so far. */
  List<String> said() {
    return said;
  }

  /** Sends a signal to it alone. */
  void signal(String name) throws Exception {
    kill(name, Long.toString(process.pid()));
  }

  /** Sends a signal to it and all that it started, as a terminal does. */
  void signalGroup(String name) throws Exception {
    kill(name, "-" + process.pid());
  }

  private static void kill(String name, String target) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, "--", target).start().waitFor()).isZero();
  }

  /** Lets it go on for so long, or until it ended. */
  void goOnFor(Duration duration) throws InterruptedException {
    process.waitFor(duration.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
  }

  /** Itself and all below it that live now. */
  List<ProcessHandle> tree() {
    List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
    tree.add(process.toHandle());
    return tree;
  }

  /** The worker that runs now, waited for. */
  ProcessHandle worker() throws InterruptedException {
    Instant limit = Instant.now().plusSeconds(LONGEST_SECONDS);
    while (Instant.now().isBefore(limit)) {
      Optional<ProcessHandle> worker =
          process
              .descendants()
              .filter(each -> each.info().commandLine().orElse("").contains("WorkerMain"))
              .findFirst();
      if (worker.isPresent()) return worker.get();
      goOnFor(Duration.ofMillis(5));
    }
    throw new AssertionError("no worker came up: " + said);
  }

  /** Reads all that it says and waits for its end, so long at most. */
  int exitCode(Duration limit) throws Exception {
    assertThat(process.waitFor(limit.toSeconds(), SECONDS)).as("it ended").isTrue();
    err.lines().forEach(said::add);
    return process.exitValue();
  }

  int exitCode() throws Exception {
    return exitCode(Duration.ofSeconds(LONGEST_SECONDS));
  }

  /** Waits until none of these processes is left; one whose parent died may linger a moment. */
  static void assertGone(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle each : processes) each.onExit().get(LONGEST_SECONDS, SECONDS);
  }

  @Override
  public void close() {
    tree().forEach(ProcessHandle::destroyForcibly);
  }
}
