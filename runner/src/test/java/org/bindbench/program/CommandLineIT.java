package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no measurement: help, listings, and words that make no sense. */
class CommandLineIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "help",
        "lua --help",
        "python --help",
        "all --help",
        "list --help",
        "doctor --help"
      })
  void helpSaysHowToUseTheCommand(String words) {
    Ended ended = run(words).with(0);
    assertThat(ended.out()).contains("Usage: bindbench");
    assertThat(ended.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "lua --version"})
  void theVersionIsPrintedHoweverItIsAskedFor(String words) {
    assertThat(run(words).with(0).out()).startsWith("bindbench 0.");
  }

  @Test
  void theListHasEveryEngineAndTheCasesOfBothLanguages() {
    assertThat(run("list").with(0).out())
        .contains("graalpy", "luaj", "luajc")
        .contains("memory_management.py", "memory_management.lua")
        .contains("memory_management.object_creation");
  }

  @Test
  void theDoctorFindsAMachineThatCanMeasure() {
    assertThat(run("doctor").with(0).out()).contains("JVM", "cores", "cache");
  }

  @Test
  void theDoctorMeasuresWhatSizeOfChangeTheMachineCanShow() {
    assertThat(run("doctor --measure").with(0).out())
        .containsPattern("speed +A loop of fixed work took .+ to .+ after 8 trials")
        .containsPattern("spread +method_call on luaj differs between 8 workers by .+ \\d.* %")
        .containsPattern("resolution +With 8 forks on each side a change .+ by \\d.* % is found");
  }

  @Test
  void theTrialsOfARunAreListedWithoutMeasuring() {
    Ended ended = run("lua -l --pattern function_call").with(0);
    assertThat(ended.out())
        .isEqualToNormalizingNewlines(
            """
            memory_management.function_call · luaj
            memory_management.function_call · luajc
            """);
    assertThat(folder.resolve("reports/performance_metrics.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "--nothing, Unknown option",
    "nothing, nothing",
    "lua --nothing, Unknown option",
    "lua -w soon, 'soon'",
    "lua -f 0, --forks must be at least 1",
    "lua -e nothing, There is no engine \"nothing\". Known are graalpy",
    "lua missing.lua, There is no readable file missing.lua",
    "lua script.py, script.py does not end in .lua",
    "python script.lua, script.lua does not end in .py",
    "lua --pattern nothing, No case was selected",
    "lua --tag nothing, No case was selected",
    "lua --format nothing, There is no report format \"nothing\""
  })
  void wordsThatMakeNoSenseAreNamedInASentence(String words, String complaint) throws Exception {
    Files.createFile(folder.resolve("script.py"));
    Files.createFile(folder.resolve("script.lua"));
    Ended ended = run(words).with(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("bindbench: ").contains(complaint);
    assertThat(ended.err().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"results.txt", "results.txt/deeper"})
  @Tag("fault-16")
  void aFileWhereReportsShouldGoIsNoticedBeforeAnythingIsMeasured(String place) throws Exception {
    Files.writeString(folder.resolve("results.txt"), "mine");
    Ended ended = run("lua --pattern function_call --output-dir " + place).with(2);
    assertThat(ended.err()).contains(place).contains("is a file").contains("--output-dir");
    assertThat(ended.err()).doesNotContain("fork 1");
    assertThat(folder.resolve("results.txt")).hasContent("mine");
  }

  private Ended run(String words) {
    return RunnerJar.in(folder).run(words.split(" "));
  }
}
