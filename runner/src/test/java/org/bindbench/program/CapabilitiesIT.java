package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the probes find in the four engines, and that the document on engines says the same. */
@Tag("engine")
class CapabilitiesIT {
  private static final Path DOCUMENT = Path.of("docs/engines.md");

  /** What stands between the two comments of the document. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(<!-- capabilities: [^>]*-->\n)(.*)(<!-- end of capabilities -->)", Pattern.DOTALL);

  /** The section of the report, without its heading. */
  private static final Pattern SECTION =
      Pattern.compile("\n## What the engines can and cannot do\n(.*?\n)## ", Pattern.DOTALL);

  @TempDir private static Path folder;

  private static Ended run;

  @BeforeAll
  static void probeTheFourEngines() {
    String jvm = RunnerJar.jvm(25).home().toString();
    run = RunnerJar.in(folder).run("capabilities", "--jvm", jvm).with(0);
  }

  @Test
  void everyProbeRanAndSaidWhatItWentBy() {
    assertThat(run.rows())
        .hasSizeGreaterThan(80)
        .allSatisfy(
            row -> {
              assertThat(row.path("status").asText()).isEqualTo("COMPLETED");
              assertThat(row.path("capability").path("saw").asText()).isNotBlank();
            });
  }

  @Test
  void everyRowRanOnTheEngineItIsAbout() {
    assertThat(run.rows())
        .allSatisfy(
            row ->
                assertThat(row.path("raw").path(0).path("engine")).isEqualTo(row.path("engine")));
    assertThat(run.rows())
        .extracting(row -> row.path("engine").asText())
        .contains("graalpy", "graalpy-interpreter", "luaj", "luajc");
  }

  @Test
  void whatIsNotSupportedHasAReference() {
    assertThat(run.rows())
        .filteredOn(row -> !verdict(row).equals("SUPPORTED"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.path("capability").path("reference").asText())
                    .as(row.path("case").asText())
                    .startsWith("https://"));
  }

  @Test
  void theDocumentOnEnginesSaysTheSame() throws IOException {
    String report = Files.readString(folder.resolve("reports/performance_report.md"));
    Matcher section = SECTION.matcher(report);
    assertThat(section.find()).as("the report has the section").isTrue();
    String document = Files.readString(DOCUMENT).replace("\r\n", "\n");
    Matcher written = WRITTEN.matcher(document);
    assertThat(written.find()).as("%s has both comments", DOCUMENT).isTrue();
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(
          DOCUMENT,
          document.substring(0, written.end(1))
              + section.group(1)
              + document.substring(written.start(3)));
      throw new AssertionError(
          DOCUMENT + " was updated: look at it, then run without golden.update");
    }
    assertThat(lines(section.group(1)))
        .as("differs from %s; -Dgolden.update=true rewrites it", DOCUMENT)
        .isEqualTo(lines(written.group(2)));
  }

  @Test
  void theQuickLevelLeavesTheProbesOutAndTheComprehensiveHasThem() {
    RunnerJar runner = RunnerJar.in(folder);
    assertThat(runner.run("all", "-l").with(0).out())
        .contains("memory_management.")
        .doesNotContain("capabilities.");
    assertThat(runner.run("all", "-l", "--level", "comprehensive").with(0).out())
        .contains("capabilities.finalizers[variant=__gc] · luaj")
        .contains("capabilities.finalizers[variant=__del__] · graalpy");
  }

  private static String verdict(JsonNode row) {
    return row.path("capability").path("verdict").asText();
  }

  /**
   * The lines of both tables, one for each engine: times and counts differ from run to run, and
   * with them which engines stand together; verdicts and words do not.
   */
  private static List<String> lines(String section) {
    return section
        .lines()
        .flatMap(
            line -> {
              String[] cells = line.split(" \\| ", -1);
              return cells.length < 2
                  ? Stream.of(line)
                  : Stream.of(cells[1].split(", "))
                      .map(
                          engine -> line.replace(" | " + cells[1] + " | ", " | " + engine + " | "));
            })
        .map(line -> line.replaceAll("\\d[\\d,.]*", "0"))
        .sorted()
        .toList();
  }
}
