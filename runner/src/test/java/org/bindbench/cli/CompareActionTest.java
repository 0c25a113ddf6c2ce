package org.bindbench.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts of the composite action and of the workflow that comments, with stand-ins for what
 * they call.
 */
class CompareActionTest {
  private static final Path GITHUB = DocsTest.root().resolve(".github");
  private static final String MARKER = "<!-- bindbench:comparison -->";

  private static final Map<String, String> COMMENTED =
      Map.of("REPOSITORY", "a/b", "HEAD_SHA", "abc", "RUN", "https://ci/run/1", "NUMBER", "");

  @TempDir Path folder;
  private JsonNode action;
  private JsonNode comment;

  @BeforeEach
  void read() throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    action = yaml.readTree(GITHUB.resolve("actions/compare/action.yml").toFile());
    comment = yaml.readTree(GITHUB.resolve("workflows/comment.yml").toFile());
  }

  @Test
  void theActionTakesOnlyInputsThatItDeclares() throws IOException {
    String text = Files.readString(GITHUB.resolve("actions/compare/action.yml"));
    TreeSet<String> used = new TreeSet<>();
    Pattern.compile("inputs\\.([a-z-]+)")
        .matcher(text)
        .results()
        .forEach(each -> used.add(each.group(1)));
    TreeSet<String> declared = new TreeSet<>();
    action.path("inputs").fieldNames().forEachRemaining(declared::add);
    assertThat(used).isEqualTo(declared);
    JsonNode with =
        new YAMLMapper()
            .readTree(GITHUB.resolve("workflows/compare.yml").toFile())
            .at("/jobs/compare/steps/4/with");
    assertThat(with.isObject()).isTrue();
    with.fieldNames().forEachRemaining(name -> assertThat(declared).contains(name));
  }

  @Test
  void theCommandGetsItsWordsAndItsExitCodeIsKept() throws Exception {
    stub("java", "printf '<%s>' \"$@\" > called; exit 1");
    Path output = folder.resolve("output");
    bash(
        step(action.at("/runs/steps"), "Compare"),
        Map.of(
            "JAR", "runner.jar",
            "BASE", "suites=base, really",
            "HEAD", "suites=.",
            "OPTIONS", "--pattern 'orders.*' -e luaj",
            "FAIL_ON", "major",
            "OUTPUT", "out",
            "GITHUB_OUTPUT", output.toString()));
    assertThat(Files.readString(folder.resolve("called")))
        .startsWith("<-jar><runner.jar><compare><--base><suites=base, really><--head><suites=.>")
        .endsWith("<--pattern><orders.*><-e><luaj><--fail-on><major>");
    assertThat(Files.readString(output)).isEqualTo("exit-code=1\n");
  }

  @Test
  void noOptionsAreNoWords() throws Exception {
    stub("java", "printf '<%s>' \"$@\" > called");
    bash(
        step(action.at("/runs/steps"), "Compare"),
        Map.of(
            "JAR",
            "runner.jar",
            "BASE",
            "luaj",
            "HEAD",
            "luajc",
            "OPTIONS",
            "",
            "FAIL_ON",
            "",
            "OUTPUT",
            "out",
            "GITHUB_OUTPUT",
            folder.resolve("output").toString()));
    assertThat(Files.readString(folder.resolve("called"))).endsWith("annotations,alert>");
  }

  @Test
  void aQuoteWithoutItsEndIsNoReasonToCompareEverything() throws Exception {
    stub("java", "printf '<%s>' \"$@\" > called");
    int exitCode =
        exitCode(
            step(action.at("/runs/steps"), "Compare"),
            Map.of(
                "JAR", "runner.jar",
                "BASE", "luaj",
                "HEAD", "luajc",
                "OPTIONS", "--pattern 'orders.*",
                "FAIL_ON", "",
                "OUTPUT", "out",
                "GITHUB_OUTPUT", folder.resolve("output").toString()));
    assertThat(exitCode).isNotZero();
    assertThat(folder.resolve("called")).doesNotExist();
  }

  @Test
  void aFirstReportIsANewComment() throws Exception {
    github("abc", "");
    comment(MARKER + "\n## Bindbench\n", "7\n");
    assertThat(calls()).contains("-X POST repos/a/b/issues/7/comments").doesNotContain("PATCH");
  }

  @Test
  void aLaterReportReplacesTheComment() throws Exception {
    github("abc", "4711");
    comment(MARKER + "\n## Bindbench\n", "7\n");
    assertThat(calls()).contains("-X PATCH repos/a/b/issues/comments/4711").doesNotContain("POST");
  }

  @Tag("fault-22")
  @Test
  void aNumberThatIsNotOfTheMeasuredHeadIsNotCommentedOn() throws Exception {
    github("another", "");
    assertThat(comment(MARKER + "\n", "8; touch owned\n")).contains("no comment");
    assertThat(calls()).contains("repos/a/b/pulls/8 ").doesNotContain("POST");
    assertThat(folder.resolve("owned")).doesNotExist();
  }

  @Tag("fault-22")
  @Test
  void whatIsNoReportIsNotShown() throws Exception {
    github("abc", "");
    assertThat(comment("# Something else\n", "7\n")).contains("There is no report to show.");
    assertThat(calls()).doesNotContain("POST");
  }

  @Test
  void whereThereIsNoReportTheCommentOfAnOlderCommitSaysSo() throws Exception {
    github("abc", "4711");
    assertThat(comment("", "7\n")).contains("There is no report to show.");
    assertThat(calls())
        .contains("-X PATCH repos/a/b/issues/comments/4711 -F body=@missing.md")
        .doesNotContain("POST");
    assertThat(Files.readString(folder.resolve("missing.md")))
        .isEqualTo(MARKER + "\nabc was not compared: [the run](https://ci/run/1) says why.\n");
  }

  @Test
  void whereNothingWasMeasuredTheEventSaysWhichPullRequestItIs() throws Exception {
    github("abc", "4711");
    Map<String, String> named = new HashMap<>(COMMENTED);
    named.put("NUMBER", "7");
    String script = step(comment.at("/jobs/comment/steps"), "Write the comment");
    bash(script, named);
    assertThat(calls()).contains("repos/a/b/issues/comments/4711 -F body=@missing.md");
    Files.delete(folder.resolve("calls"));
    assertThat(bash(script, COMMENTED)).contains("Nothing says which pull request this is.");
    assertThat(folder.resolve("calls")).doesNotExist();
  }

  @Test
  void whereTheCommentsCannotBeReadNoSecondOneIsWritten() throws Exception {
    stub("gh", "echo \"$@ \" >> calls\ncase \"$*\" in *pulls*) echo abc;; *) exit 1;; esac");
    Path comparison = Files.createDirectories(folder.resolve("comparison"));
    Files.writeString(comparison.resolve("comparison_report.md"), MARKER + "\n");
    Files.writeString(comparison.resolve("pull_request"), "7\n");
    assertThat(exitCode(step(comment.at("/jobs/comment/steps"), "Write the comment"), COMMENTED))
        .isNotZero();
    assertThat(calls()).doesNotContain("POST");
  }

  @Tag("fault-22")
  @Test
  void whatAScriptPrintsIsNoCommandToTheMachineOfTheJob() throws Exception {
    stub("java", "echo ::error::forged");
    YAMLMapper yaml = new YAMLMapper();
    JsonNode measure = yaml.readTree(GITHUB.resolve("workflows/measure.yml").toFile());
    String output = folder.resolve("output").toString();
    Map<String, String> sides = Map.of("JAR", "a", "BASE", "b", "HEAD", "c", "OUTPUT", "d");
    Map<String, String> environment = new HashMap<>(sides);
    environment.putAll(
        Map.of(
            "OPTIONS",
            "",
            "FAIL_ON",
            "",
            "SUITE",
            "e",
            "GITHUB_EVENT_NAME",
            "push",
            "GITHUB_OUTPUT",
            output));
    for (String script :
        List.of(
            step(action.at("/runs/steps"), "Compare"),
            step(measure.at("/jobs/measure/steps"), "Measure")))
      assertThat(bash(script, environment))
          .matches("::stop-commands::([0-9a-f]{32})\n::error::forged\n::\\1::\n");
  }

  private void github(String head, String found) throws IOException {
    stub(
        "gh",
        "echo \"$@ \" >> calls\ncase \"$*\" in\n  *pulls*) echo "
            + head
            + ";;\n  *paginate*) echo "
            + found
            + ";;\nesac");
  }

  private String calls() throws IOException {
    return Files.readString(folder.resolve("calls"));
  }

  private String comment(String report, String number) throws Exception {
    Path comparison = Files.createDirectories(folder.resolve("comparison"));
    Files.writeString(comparison.resolve("comparison_report.md"), report);
    Files.writeString(comparison.resolve("pull_request"), number);
    return bash(step(comment.at("/jobs/comment/steps"), "Write the comment"), COMMENTED);
  }

  private void stub(String name, String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path file = Files.writeString(bin.resolve(name), "#!/bin/bash\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static String step(JsonNode steps, String name) {
    for (JsonNode step : steps)
      if (step.path("name").asText().equals(name)) return step.path("run").asText();
    throw new AssertionError("no step " + name);
  }

  private String bash(String script, Map<String, String> environment) throws Exception {
    int exitCode = exitCode(script, environment);
    String printed = Files.readString(folder.resolve("printed.txt"));
    assertThat(exitCode).as(printed).isZero();
    return printed;
  }

  private int exitCode(String script, Map<String, String> environment) throws Exception {
    Path printed = folder.resolve("printed.txt");
    ProcessBuilder bash =
        new ProcessBuilder(
                List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    bash.environment().putAll(environment);
    bash.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    Process process = bash.start();
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return process.exitValue();
  }
}
