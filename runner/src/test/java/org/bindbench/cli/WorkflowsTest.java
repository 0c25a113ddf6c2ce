package org.bindbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindbench.cli.plan.Suites;
import org.bindbench.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What of the workflows of GitHub can be told without GitHub. */
class WorkflowsTest {
  private static final Path ROOT = DocsTest.root();
  private static final Path FOLDER = ROOT.resolve(".github/workflows");
  private static final Path ACTION = ROOT.resolve(".github/actions/compare/action.yml");
  private static final Pattern COMMAND = Pattern.compile("java -jar runner\\.jar ([^;\\n]+)");
  private static final Pattern PINNED =
      Pattern.compile("actions/[a-z-]+@v\\d+|\\./\\.github/actions/[a-z-]+");
  private static final int SUMMARY_BYTES = 1 << 20;

  /** Strict: a key that stands twice is an error. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @TempDir Path folder;

  /** A step of a job; {@code run} is empty where it uses an action. */
  record Step(String job, String name, String run, JsonNode node) {
    @Override
    public String toString() {
      return job + ": " + name;
    }
  }

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  static List<Step> steps() throws IOException {
    List<Step> steps = new ArrayList<>();
    for (Path workflow : workflows())
      for (var job : read(workflow).path("jobs").properties())
        add(steps, job.getKey(), job.getValue().path("steps"));
    add(steps, "compare action", read(ACTION).path("runs").path("steps"));
    return steps;
  }

  private static void add(List<Step> steps, String job, JsonNode nodes) {
    for (JsonNode step : nodes)
      steps.add(
          new Step(
              job,
              step.path("name").asText(step.path("uses").asText()),
              step.path("run").asText(),
              step));
  }

  static List<Step> scripts() throws IOException {
    return steps().stream().filter(step -> !step.run().isEmpty()).toList();
  }

  static List<String> commands() throws IOException {
    return scripts().stream()
        .flatMap(step -> COMMAND.matcher(step.run()).results().map(found -> found.group(1)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyWorkflowMayOnlyReadAndCancelsWhatItReplaces(Path workflow) throws IOException {
    JsonNode root = read(workflow);
    boolean isComment = workflow.endsWith("comment.yml");
    assertThat(root.path("permissions"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    isComment
                        ? "{\"actions\":\"read\",\"contents\":\"read\",\"pull-requests\":\"write\"}"
                        : "{\"contents\":\"read\"}"));
    assertThat(root.path("concurrency").path("group").asText())
        .contains(isComment ? "head_sha }}" : "${{ github.ref }}");
    assertThat(root.path("on").has(isComment ? "workflow_run" : "pull_request")).isTrue();
    assertThat(root.path("jobs"))
        .isNotEmpty()
        .allSatisfy(job -> assertThat(job.path("timeout-minutes").asInt()).isPositive());
  }

  @ParameterizedTest
  @MethodSource("steps")
  void everyStepRunsAScriptOrAnActionOfAPinnedVersion(Step step) {
    assertThat(step.node().has("run")).isNotEqualTo(step.node().has("uses"));
    if (step.node().has("uses")) assertThat(step.node().path("uses").asText()).matches(PINNED);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everyScriptIsBash(Step step) throws Exception {
    assertThat(bash(ROOT, "-n", "-c", step.run())).isEmpty();
  }

  /** What a pull request's author chose reaches a shell by the environment alone. */
  @ParameterizedTest
  @MethodSource("scripts")
  void noScriptHasAnExpressionInIt(Step step) {
    assertThat(step.run()).doesNotContain("${{");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everyFileThatAScriptStartsIsExecutable(Step step) {
    Matcher file = Pattern.compile("(?<![\\w/])(scripts/[\\w-]+|\\./\\w+)").matcher(step.run());
    while (file.find()) assertThat(ROOT.resolve(file.group(1))).isExecutable();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandLineIsUnderstood(String words) {
    CommandLine parser = DocsTest.commandLine();
    parser.setCaseInsensitiveEnumValuesAllowed(true);
    assertThatCode(() -> parser.parseArgs(words.strip().split("\\s+"))).doesNotThrowAnyException();
  }

  @Test
  void pullRequestsAreMeasuredQuicklyMainInFullAndNightsByTheClock() throws IOException {
    assertThat(commands())
        .hasSize(3)
        .allMatch(
            words -> words.startsWith("all --level ") && words.contains("--pattern \"$SUITE\""))
        .extracting(words -> words.split(" ")[2])
        .containsExactlyInAnyOrder("quick", "comprehensive", "nightly");
  }

  @Test
  void everyBundledSuiteHasAJobOfItsOwn() throws Exception {
    assertThat(suites("push")).isNotEmpty().containsExactlyElementsOf(bundled());
  }

  /** A job in which nothing is selected fails. */
  @Test
  void onAPullRequestSuitesWithoutACaseForItsLevelAreLeftOut() throws Exception {
    TreeSet<String> quick = new TreeSet<>();
    for (Language language : Language.values())
      for (Path suite : Suites.bundled(ROOT, language))
        if (Files.readString(suite).matches("(?s).*[\"'](quick|validation)[\"'].*"))
          quick.add(suite.getFileName().toString().replaceFirst("\\.[a-z]+$", ""));
    assertThat(quick).isNotEmpty().isNotEqualTo(bundled());
    assertThat(suites("pull_request")).containsExactlyElementsOf(quick);
  }

  private static TreeSet<String> bundled() {
    TreeSet<String> suites = new TreeSet<>();
    for (Language language : Language.values())
      for (Path suite : Suites.bundled(ROOT, language))
        suites.add(suite.getFileName().toString().replaceFirst("\\.[a-z]+$", ""));
    return suites;
  }

  private List<String> suites(String event) throws Exception {
    Path output = Files.createFile(folder.resolve("output"));
    bash(
        ROOT,
        "-e",
        "-o",
        "pipefail",
        "-c",
        "GITHUB_EVENT_NAME="
            + event
            + "\nGITHUB_OUTPUT='"
            + output
            + "'\n"
            + script("List the suites"));
    assertThat(Files.readString(output)).startsWith("suites=");
    List<String> suites = new ArrayList<>();
    new ObjectMapper()
        .readTree(Files.readString(output).substring("suites=".length()))
        .forEach(suite -> suites.add(suite.asText()));
    return suites;
  }

  @Test
  void theReportIsShownWhole() throws Exception {
    report("# Report\n\n| a | b |\n");
    assertThat(summary()).isEqualTo("# Report\n\n| a | b |\n");
  }

  @Test
  void aReportThatIsTooLongIsCutBehindAWholeLine() throws Exception {
    report("| ✅ é\u2060 |\n".repeat(200_000));
    String summary = summary();
    assertThat(summary.getBytes(UTF_8)).hasSizeBetween(900_000, SUMMARY_BYTES);
    assertThat(summary).endsWith("All of it is in the artifact.\n");
    assertThat(summary.lines().filter(line -> line.startsWith("|"))).containsOnly("| ✅ é\u2060 |");
  }

  @Test
  void thatThereIsNoReportIsSaid() throws Exception {
    assertThat(summary()).startsWith("There is no report");
  }

  @Test
  void reportsAreShownAndKeptAlsoWhereMeasuringFailed() throws IOException {
    assertThat(steps())
        .filteredOn(step -> List.of("Show the report", "Keep the reports").contains(step.name()))
        .hasSize(2)
        .allSatisfy(step -> assertThat(step.node().path("if").asText()).isEqualTo("always()"));
  }

  private void report(String text) throws IOException {
    Files.createDirectories(folder.resolve("reports"));
    Files.writeString(folder.resolve("reports/performance_report.md"), text);
  }

  /** What the step writes; decoding fails where half a character is left. */
  private String summary() throws Exception {
    Path summary = folder.resolve("summary");
    bash(
        folder,
        "-e",
        "-o",
        "pipefail",
        "-c",
        "GITHUB_STEP_SUMMARY='" + summary + "'\n" + script("Show the report"));
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(summary))).toString();
  }

  private static String script(String name) throws IOException {
    return scripts().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow()
        .run();
  }

  private static JsonNode read(Path workflow) {
    try {
      return YAML.readTree(workflow.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(workflow + " is no YAML", e);
    }
  }

  /** What bash prints, as GitHub starts it; it must end with 0. */
  private String bash(Path where, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "--noprofile", "--norc"));
    command.addAll(List.of(words));
    Path printed = Files.createTempFile(folder, "bash", ".txt");
    Process bash =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(bash.waitFor(60, SECONDS)).isTrue();
    assertThat(bash.exitValue()).as(Files.readString(printed)).isZero();
    return Files.readString(printed);
  }
}
