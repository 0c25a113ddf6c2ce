package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindbench.analysis.Summaries;
import org.bindbench.model.JvmFacts;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every pause that a run reports, against the log that the JVM wrote of the same run: pauses are
 * matched by the number of their collection and their order in it, none may be missing on either
 * side, and each must agree within 1 ms or 2 %. The two clocks of a pause are not read in the same
 * instant: where the system takes the processor away in between, or the log waits for its file,
 * they differ by that. Of fifty pauses one may do so, of fewer than a hundred two, for
 * interruptions come in bursts, and each still lies within the safepoint of the same log, which is
 * around both; the median difference is 0.5 ms at most. The table of what was found is appended to
 * {@code runner/target/pauses-against-log.md}.
 */
class PausesAgainstLogIT {
  private static final Path TABLE = Path.of("runner/target/pauses-against-log.md").toAbsolutePath();

  /** {@code [2.345s][info][gc] GC(7) Pause Young (Normal) (…) 24M->4M(256M) 1.234ms}. */
  private static final Pattern PAUSE =
      Pattern.compile("GC\\((\\d+)\\) (?:[yYoO]: )?Pause .* (\\d+\\.\\d+)ms$");

  /** {@code Safepoint "G1CollectForAllocation", …, At safepoint: 1234567 ns, …}. */
  private static final Pattern SAFEPOINT = Pattern.compile("At safepoint: +(\\d+) ns");

  /** {@code 482M->482M(494M) 0.101ms}. */
  private static final Pattern GAVE_UP = Pattern.compile(" (\\d+M)->\\1\\(");

  private static final double MILLISECONDS = 1;
  private static final double SHARE = 0.02;
  private static final int ONE_INTERRUPTED_IN = 50;
  private static final int FEW = 2;

  /** What is read wrongly differs in all pauses, and so in their median. */
  private static final double USUAL_MILLISECONDS = 0.5;

  /**
   * A pause as the log has it.
   *
   * @param length in ms
   * @param safepoint how long its safepoint lasted, in ms
   */
  private record Logged(double length, double safepoint) {
    private boolean agreesWith(double reported) {
      return Math.abs(reported - length) <= Math.max(MILLISECONDS, SHARE * length);
    }

    private boolean isWithinSafepoint(double reported) {
      return reported <= safepoint;
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "25, lua, luaj, serial",
    "25, lua, luaj, parallel",
    "25, lua, luaj, g1",
    "25, lua, luaj, zgc",
    "25, python, graalpy, parallel",
    "25, python, graalpy, g1",
    "17, lua, luajc, serial",
    "17, lua, luajc, parallel",
    "17, lua, luajc, g1",
    "17, lua, luajc, zgc"
  })
  void everyPauseIsThatOfTheJvmsOwnLog(int java, String language, String engine, String collector)
      throws IOException {
    JvmFacts jvm = RunnerJar.jvm(java);
    Ended ended =
        RunnerJar.in(folder)
            .run(
                language,
                "--engine",
                engine,
                "--gc",
                collector,
                "--jvm",
                jvm.home().toString(),
                "--pattern",
                "gc_performance.live_set_with_churn",
                "--forks",
                "1",
                "--jvm-args",
                "-Xlog:gc*,safepoint:file=" + folder.resolve("gc-%p.log"))
            .with(0);
    Map<Integer, List<Double>> reported = reported(ended.outcome("live_set_with_churn"));
    Map<Integer, List<Logged>> logged = logged(logOfTheLoad());

    assertThat(reported).as("pauses of " + collector).isNotEmpty();
    List<Double> apart = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    List<String> interrupted = new ArrayList<>();
    reported.forEach(
        (id, pauses) -> {
          List<Logged> own =
              inside(logged.getOrDefault(id, List.of()), pauses.size(), id, reported);
          assertThat(own).as("GC(%d)", id).hasSameSizeAs(pauses);
          for (int i = 0; i < pauses.size(); i++) {
            double pause = pauses.get(i);
            Logged inLog = own.get(i);
            String both = "GC(%d): reported %s ms, logged %s".formatted(id, pause, inLog);
            if (!inLog.agreesWith(pause)) {
              assertThat(inLog.isWithinSafepoint(pause)).as(both).isTrue();
              interrupted.add(both);
            }
            apart.add(Math.abs(pause - inLog.length()));
            lengths.add(inLog.length());
          }
        });
    assertThat(interrupted)
        .hasSizeLessThanOrEqualTo(Math.max(FEW, apart.size() / ONE_INTERRUPTED_IN));
    assertThat(Summaries.quantile(apart.stream().mapToDouble(each -> each).toArray(), 0.5))
        .as("median difference in ms")
        .isLessThanOrEqualTo(USUAL_MILLISECONDS);
    assertThat(between(logOfTheLoad(), reported))
        .as("collections with a pause between the first and the last that was reported")
        .isSubsetOf(reported.keySet());
    append(jvm, engine, collector, apart, lengths, interrupted.size());
  }

  /** By the number of the collection, in the order of their start. */
  private static Map<Integer, List<Double>> reported(JsonNode outcome) {
    Map<Integer, List<Double>> pauses = new TreeMap<>();
    for (JsonNode sample : outcome.path("samples"))
      if (List.of("pause", "forced_pause").contains(sample.path("metric").asText()))
        pauses
            .computeIfAbsent(sample.path("iteration").asInt(), id -> new ArrayList<>())
            .add(sample.path("value").asDouble());
    return pauses;
  }

  /**
   * The pauses of a collection that lie in the part that counts: all, but of a cycle that had begun
   * before it the last ones, and of one that went on after it the first.
   */
  private static List<Logged> inside(
      List<Logged> logged, int count, int id, Map<Integer, List<Double>> reported) {
    if (logged.size() <= count) return logged;
    if (reported.keySet().stream().noneMatch(other -> other < id))
      return logged.subList(logged.size() - count, logged.size());
    return reported.keySet().stream().noneMatch(other -> other > id)
        ? logged.subList(0, count)
        : logged;
  }

  /**
   * Collections that paused between the first and the last reported pause; lines of the log are in
   * the order of their time, numbers of collections are not, since a concurrent one outlasts
   * others. A collection that gave up at once has a line, but frees nothing and has no event.
   */
  private static Set<Integer> between(Path log, Map<Integer, List<Double>> reported)
      throws IOException {
    List<Integer> ids = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher matcher = PAUSE.matcher(line);
      if (matcher.find() && !GAVE_UP.matcher(line).find())
        ids.add(Integer.valueOf(matcher.group(1)));
    }
    int last = ids.size() - 1;
    while (!reported.containsKey(ids.get(last))) last--;
    return new TreeSet<>(ids.subList(startOfWindow(ids, reported), last + 1));
  }

  /** Behind the first collection that is reported, which may have begun long before the window. */
  private static int startOfWindow(List<Integer> ids, Map<Integer, List<Double>> reported) {
    int at = 0;
    while (!reported.containsKey(ids.get(at))) at++;
    int first = ids.get(at);
    while (at + 1 < ids.size() && (!reported.containsKey(ids.get(at)) || ids.get(at) == first))
      at++;
    return at;
  }

  /** The pauses of a safepoint stand before the line that tells its length. */
  private static Map<Integer, List<Logged>> logged(Path log) throws IOException {
    Map<Integer, List<Logged>> pauses = new TreeMap<>();
    List<Matcher> waiting = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher pause = PAUSE.matcher(line);
      if (pause.find()) waiting.add(pause);
      Matcher safepoint = SAFEPOINT.matcher(line);
      if (!safepoint.find()) continue;
      double length = Long.parseLong(safepoint.group(1)) / 1e6;
      for (Matcher each : waiting)
        pauses
            .computeIfAbsent(Integer.valueOf(each.group(1)), id -> new ArrayList<>())
            .add(new Logged(Double.parseDouble(each.group(2)), length));
      waiting.clear();
    }
    return pauses;
  }

  /** Workers that list suites write a log too; that of the load has the load's heap. */
  private Path logOfTheLoad() throws IOException {
    List<Path> found = new ArrayList<>();
    try (var logs = Files.newDirectoryStream(folder, "gc-*.log")) {
      for (Path log : logs)
        if (Files.readString(log).contains("Max Capacity: 512M")) found.add(log);
    }
    assertThat(found).as("logs of a JVM with the load's heap").hasSize(1);
    return found.get(0);
  }

  private static void append(
      JvmFacts jvm,
      String engine,
      String collector,
      List<Double> apart,
      List<Double> lengths,
      int interrupted)
      throws IOException {
    List<Double> sorted = apart.stream().sorted().toList();
    String row =
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %d | %.3f to %.1f ms | %.3f ms | %.3f ms | %d |%n",
            jvm.version(),
            engine,
            collector,
            apart.size(),
            lengths.stream().min(Double::compare).orElseThrow(),
            lengths.stream().max(Double::compare).orElseThrow(),
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() - 1),
            interrupted);
    Files.writeString(TABLE, row, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
