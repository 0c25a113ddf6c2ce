package org.bindbench.jmh;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Forks of JMH's, on the JVM and with the JVM options of a fork of ours, and with as many
 * operations a call.
 *
 * <p>Warm-up is one iteration of the same time. An iteration is as long as one of ours and holds
 * about as many calls; their average is its value, and the median over iterations the fork's, both
 * as with us. In ours a call's operations grow from 1 while it warms up, in JMH's they are fixed.
 *
 * @param root of the sources, where the folders {@code python} and {@code lua} lie
 */
record JmhSide(Path root) {
  /**
   * Measures one fork.
   *
   * @param like the fork whose circumstances are taken over
   * @throws IOException where JMH failed; the log says why
   */
  void run(Turn turn, Schedule schedule, OurFork like, ForkFiles files) throws IOException {
    Path part = files.part(turn);
    Options options = options(turn.subject(), schedule, like, part, files.log(turn));
    try {
      new Runner(options).runSingle();
    } catch (RunnerException e) {
      throw new IOException("JMH failed, see " + files.log(turn), e);
    }
    Files.move(part, files.file(turn), ATOMIC_MOVE);
  }

  private Options options(Subject subject, Schedule schedule, OurFork like, Path result, Path log) {
    Class<?> benchmark = subject.isPython() ? PythonBenchmark.class : LuaBenchmark.class;
    return new OptionsBuilder()
        .include("^" + Pattern.quote(benchmark.getName() + ".run") + "$")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .threads(1)
        .forks(1)
        .warmupIterations(1)
        .warmupTime(time(schedule.warmUp()))
        .measurementIterations(schedule.iterations(like.iteration()))
        .measurementTime(time(like.iteration()))
        .jvm(like.javaHome().resolve("bin").resolve("java").toString())
        .jvmArgs(like.jvmOptions().toArray(String[]::new))
        .param("file", subject.file(root).toString())
        .param("name", subject.name())
        .param("operations", Long.toString(like.operations()))
        .param("implementation", like.implementation())
        .param("answer", Long.toString(like.answer()))
        .shouldFailOnError(true)
        .output(log.toString())
        .resultFormat(ResultFormatType.JSON)
        .result(result.toString())
        .build();
  }

  private static TimeValue time(Duration duration) {
    return TimeValue.milliseconds(duration.toMillis());
  }
}
