package org.bindbench.leaks;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "scripts/leaks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Run the finished program on series whose right answer is known (a leak of 0.1 and 0.5 %% of"
            + " the live heap a cycle, flat, steps, sawtooth, a cache that fills) and count in how many"
            + " runs each is called a leak. Started again it goes on where it ended.")
final class PlantedSeries implements Callable<Integer> {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Path JAR =
      Path.of(System.getProperty("bindbench.jar", "runner.jar")).toAbsolutePath();
  private static final Path SUITES = JAR.resolveSibling("runner/src/test/resources/leaks");

  @Option(
      names = {"-e", "--engine"},
      split = ",",
      paramLabel = "LIST",
      description =
          "luaj, luajc, graalpy-interpreter, graalpy (with the JIT); default: ${DEFAULT-VALUE}")
  List<String> engines = List.of("luaj", "luajc", "graalpy-interpreter", "graalpy");

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Runs for each engine; default: ${DEFAULT-VALUE}")
  int runs = 40;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where each run's findings and the table go; default: ${DEFAULT-VALUE}")
  Path out = Path.of("reports", "leaks");

  /** Ends with 0 where every share is as asked, with 1 where one is not. */
  public static void main(String[] words) {
    System.exit(new CommandLine(new PlantedSeries()).execute(words));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(out);
    for (int run = 1; run <= runs; run++)
      for (String language : List.of("lua", "python")) {
        int number = run;
        List<String> missing =
            engines.stream()
                .filter(engine -> language(engine).equals(language))
                .filter(engine -> !Files.exists(file(engine, number)))
                .toList();
        if (missing.isEmpty()) continue;
        System.err.println("run " + run + " of " + runs + " on " + String.join(", ", missing));
        measure(language, missing, run);
      }
    List<Found> found = found();
    List<Counts> counts = Counts.of(found);
    ArrayNode all = MAPPER.createArrayNode();
    found.forEach(each -> all.add(each.json()));
    write(out.resolve("leaks.json"), lines(all));
    write(out.resolve("leaks.md"), Counts.markdown(counts));
    System.out.print(Counts.markdown(counts));
    return counts.stream().allMatch(Counts::holds) ? 0 : 1;
  }

  private static String language(String engine) {
    return engine.startsWith("graalpy") ? "python" : "lua";
  }

  private Path file(String engine, int run) {
    return out.resolve("%s-%02d.json".formatted(engine, run));
  }

  /**
   * One run of the program, as a user would start it; its findings are kept whole or not at all.
   */
  private void measure(String language, List<String> measured, int run)
      throws IOException, InterruptedException {
    Path scratch = out.resolve("scratch");
    delete(scratch);
    Files.createDirectories(scratch);
    Process process =
        new ProcessBuilder(command(language, measured, scratch))
            .redirectErrorStream(true)
            .redirectOutput(out.resolve("last.log").toFile())
            .start();
    int exitCode = process.waitFor();
    Path result = scratch.resolve("performance_metrics.json");
    if (!Files.exists(result))
      throw new IOException(
          "runner.jar ended with " + exitCode + ", see " + out.resolve("last.log"));
    List<Found> found = Found.in(MAPPER.readTree(result.toFile()), run);
    for (String engine : measured) {
      ArrayNode kept = MAPPER.createArrayNode();
      found.stream()
          .filter(each -> each.engine().equals(engine))
          .forEach(each -> kept.add(each.json()));
      write(file(engine, run), lines(kept));
    }
    delete(scratch);
  }

  /**
   * At the comprehensive level an engine with a JIT measures leaks itself, also where its
   * interpreter is not measured beside it. Nearly all of a run is full collections, which take
   * Serial a third of the CPU time.
   */
  private static List<String> command(String language, List<String> measured, Path scratch) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        JAR.toString(),
        language,
        SUITES
            .resolve(language.equals("python") ? "planted_series.py" : "planted_series.lua")
            .toString(),
        "--engine",
        String.join(",", measured),
        "--level",
        "comprehensive",
        "--set",
        "sizes.leak.cycles=60",
        "--set",
        "sizes.leak.operations=10",
        "--gc",
        "serial",
        "--no-paths",
        "--format",
        "json",
        "--output-dir",
        scratch.toString());
  }

  private List<Found> found() throws IOException {
    List<Found> found = new ArrayList<>();
    for (String engine : List.of("graalpy", "graalpy-interpreter", "luaj", "luajc"))
      for (int run = 1; Files.exists(file(engine, run)); run++)
        for (JsonNode each : MAPPER.readTree(file(engine, run).toFile())) found.add(Found.of(each));
    return found;
  }

  /** An element a line, so that differences can be read. */
  private static String lines(ArrayNode all) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < all.size(); i++)
      text.append(i == 0 ? "\n" : ",\n").append(all.get(i).toString());
    return text.append("\n]\n").toString();
  }

  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, ATOMIC_MOVE);
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
