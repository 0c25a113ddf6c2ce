package org.bindbench.jmh;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindbench.config.Times;

/**
 * Forks of ours: {@code java -jar runner.jar}, as a user would.
 *
 * @param jar beside which the folders {@code python} and {@code lua} lie
 */
record OurSide(Path jar) {
  private static final Pattern IS_TRIAL = Pattern.compile(".*[/\\\\]trials[/\\\\]\\d+\\.json");

  /**
   * Measures one fork.
   *
   * @throws IOException where the program wrote no result; the log says why
   */
  void run(Turn turn, Schedule schedule, ForkFiles files) throws IOException, InterruptedException {
    Path scratch = files.folder().resolve("scratch");
    delete(scratch); // of a fork that was interrupted
    Process process =
        new ProcessBuilder(command(turn.subject(), schedule, scratch))
            .redirectErrorStream(true)
            .redirectOutput(files.log(turn).toFile())
            .start();
    int exitCode = process.waitFor();
    Path result = scratch.resolve("performance_metrics.json");
    if (!Files.exists(result))
      throw new IOException("runner.jar ended with " + exitCode + ", see " + files.log(turn));
    files.write(turn, withTrials(result, scratch.resolve("runs")));
    delete(scratch);
  }

  /** The published document, and in it as {@code trials} what the run stored of each. */
  private static ObjectNode withTrials(Path result, Path runs) throws IOException {
    ObjectNode document = (ObjectNode) ForkFiles.MAPPER.readTree(result.toFile());
    ArrayNode trials = document.putArray("trials");
    List<Path> stored;
    try (Stream<Path> all = Files.walk(runs)) {
      stored = all.filter(file -> IS_TRIAL.matcher(file.toString()).matches()).sorted().toList();
    }
    for (Path trial : stored) trials.add(ForkFiles.MAPPER.readTree(trial.toFile()));
    return document;
  }

  private List<String> command(Subject subject, Schedule schedule, Path scratch) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        jar.toString(),
        subject.language(),
        subject.file(jar.resolveSibling("")).toString(),
        "--level",
        "comprehensive",
        "--pattern",
        subject.suite() + "." + subject.name(),
        "--engine",
        subject.engine(),
        "--forks",
        "1",
        "--warmup",
        Times.text(schedule.warmUp()),
        "--measure",
        Times.text(schedule.measured()),
        "--format",
        "json",
        "--output-dir",
        scratch.toString());
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) Files.delete(each);
  }
}
