package org.bindbench.program;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.machine.JvmFinder;
import org.bindbench.machine.Surroundings;
import org.bindbench.model.JvmFacts;

/**
 * {@code java -jar runner.jar} in a folder, with an environment that does not depend on who runs
 * the tests.
 *
 * @param java the command that starts it
 * @param options what stands between {@code java} and {@code -jar}
 * @param environment variables set beside the inherited ones
 */
record RunnerJar(Path folder, Path java, List<String> options, Map<String, String> environment) {
  private static final Path JAR =
      Path.of(System.getProperty("bindbench.jar", "runner.jar")).toAbsolutePath();

  /** Unpacked once for all tests; the user's own stays as it is. */
  private static final Path CACHE = Path.of("runner/target/program-cache").toAbsolutePath();

  private static final int LONGEST_SECONDS = 480;

  RunnerJar {
    options = List.copyOf(options);
    environment = Map.copyOf(environment);
  }

  /** On the JVM of the tests, in an existing folder. */
  static RunnerJar in(Path folder) {
    return new RunnerJar(
        folder,
        Path.of(System.getProperty("java.home"), "bin", "java"),
        List.of(),
        Map.of("LC_ALL", "C.UTF-8", "BINDBENCH_CACHE", CACHE.toString()));
  }

  static Path jar() {
    return JAR;
  }

  RunnerJar on(Path otherJava, String... otherOptions) {
    return new RunnerJar(folder, otherJava, List.of(otherOptions), environment);
  }

  /** With a variable set; an empty value takes it away. */
  RunnerJar with(String variable, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(variable, value);
    return new RunnerJar(folder, java, options, changed);
  }

  /** Runs it to its end. */
  Ended run(String... words) {
    // As on a machine where crashes leave cores, for none of them may land in the folder.
    return runBy("ulimit -c unlimited 2>/dev/null; exec \"$0\" \"$@\"", words);
  }

  /** Runs it to its end from a shell script whose {@code "$0" "$@"} is the command. */
  Ended runBy(String script, String... words) {
    return run(builder(List.of("sh", "-c", script), words));
  }

  /** The command, in its folder and with its environment, behind the words that start it. */
  ProcessBuilder builder(List<String> launcher, String... words) {
    List<String> command = new ArrayList<>(launcher);
    command.add(java.toString());
    command.addAll(options);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    for (String variable : List.of("JDK_JAVA_OPTIONS", "NO_COLOR", "CI", JvmFinder.VARIABLE))
      builder.environment().remove(variable);
    builder.environment().putAll(environment);
    environment.forEach(
        (variable, value) -> {
          if (value.isEmpty()) builder.environment().remove(variable);
        });
    return builder;
  }

  /** Runs a line of bash, in which {@code java} and a JDK's other tools are those of the tests. */
  Ended bash(String line) {
    String path = java.getParent() + File.pathSeparator + System.getenv("PATH");
    ProcessBuilder builder = with("PATH", path).builder(List.of());
    return run(builder.command("bash", "-c", line));
  }

  private Ended run(ProcessBuilder builder) {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      boolean ended = process.waitFor(LONGEST_SECONDS, SECONDS);
      if (!ended) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      String printed = Files.readString(out);
      String complained = Files.readString(err);
      Files.delete(out);
      Files.delete(err);
      if (!ended)
        throw new AssertionError(
            builder.command() + " did not end\n" + printed + "\n" + complained);
      return new Ended(folder, process.exitValue(), printed, complained);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(builder.command() + " was interrupted", e);
    }
  }

  /**
   * A JVM of this machine with that feature release; skips the calling test where there is none.
   */
  static JvmFacts jvm(int feature) {
    Optional<JvmFacts> found =
        new JvmFinder(Surroundings.ofThisProcess())
            .find(List.of()).usable().stream().filter(jvm -> jvm.feature() == feature).findFirst();
    assumeTrue(found.isPresent(), "no Java " + feature + " is installed");
    return found.orElseThrow();
  }

  /** A file among the test resources. */
  static String resource(String name) {
    return Path.of("runner/src/test/resources").resolve(name).toAbsolutePath().toString();
  }
}
