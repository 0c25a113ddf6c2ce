package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.UsageException;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir Path folder;

  @Test
  void writesEveryFormatAndLeavesNothingElse() throws IOException {
    Path reports = folder.resolve("new/reports");
    List<Path> files =
        new ReportWriter(reports).write(SampleRuns.rich(), ReportFormats.named(List.of("both")));
    assertThat(names(reports))
        .containsExactlyInAnyOrder("performance_metrics.json", "performance_report.md");
    assertThat(files).allMatch(Files::isRegularFile);
    assertThat(Files.readString(files.get(1))).startsWith("# Performance report\n");
  }

  @Test
  void replacesAnOlderReport() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    new ReportWriter(folder).write(SampleRuns.clean(), List.of(says("a.txt", "new")));
    assertThat(file).hasContent("new");
  }

  @Test
  void leavesEveryOldReportWhereOneFormatFails() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(
            () ->
                new ReportWriter(folder)
                    .write(SampleRuns.clean(), List.of(says("a.txt", "new"), fails())))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("old");
    assertThat(names(folder)).containsExactly("a.txt");
  }

  @Test
  @Tag("fault-16")
  void saysClearlyThatTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("reports"), "mine");
    assertThatThrownBy(
            () -> new ReportWriter(file).write(SampleRuns.clean(), List.of(says("a.txt", "new"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a file")
        .hasMessageContaining("--output-dir");
    assertThat(file).hasContent("mine");
  }

  @Test
  @Tag("fault-15")
  void leavesNoStubWhereTheFileCannotBeReplaced() throws IOException {
    Files.createDirectories(folder.resolve("a.txt/inside"));
    assertThatThrownBy(
            () -> new ReportWriter(folder).write(SampleRuns.clean(), List.of(says("a.txt", "new"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("there is a folder of that name");
    assertThat(names(folder)).containsExactly("a.txt");
  }

  @Test
  void knowsItsFormatsAndNamesThemWhereOneIsUnknown() {
    assertThat(ReportFormats.all()).extracting(ReportFormat::id).contains("json", "markdown");
    assertThat(ReportFormats.named(List.of("markdown", "both", "json")))
        .extracting(ReportFormat::id)
        .containsExactly("markdown", "json");
    assertThatThrownBy(() -> ReportFormats.named(List.of("pdf")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("\"pdf\"")
        .hasMessageContaining("json, junit, markdown")
        .hasMessageContaining("console and both");
  }

  @Test
  void exitsWithThreeOnlyWhereATrialErrored() {
    assertThat(ExitCode.of(SampleRuns.rich())).isEqualTo(3);
    assertThat(ExitCode.of(SampleRuns.clean())).isZero();
  }

  @Test
  void exitsWithOneWhereAThresholdThatFailsTheRunWasMissed() throws IOException {
    RunAnalysis missed = withCheck(SampleRuns.clean(), Grade.BAD, true);
    assertThat(ExitCode.of(missed)).isEqualTo(1);
    new ReportWriter(folder).write(missed, ReportFormats.named(List.of("json")));
    assertThat(folder.resolve("performance_metrics.json"))
        .content()
        .containsPattern("\"exit_code\" ?: 1");
    assertThat(ExitCode.of(withCheck(SampleRuns.clean(), Grade.BAD, false))).isZero();
    assertThat(ExitCode.of(withCheck(SampleRuns.rich(), Grade.BAD, true))).isEqualTo(3);
  }

  private static RunAnalysis withCheck(RunAnalysis run, Grade grade, boolean fails) {
    CaseResult row = run.results().get(0);
    RangeCheck check =
        new RangeCheck(
            row.id(),
            row.column(),
            Metrics.rate("calls"),
            "≥ 9 calls/s",
            "s:1",
            1,
            "",
            grade,
            fails);
    return new RunAnalysis(
        run.run(), run.results(), run.contrasts(), List.of(check), run.headlines(), run.remarks());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static ReportFormat fails() {
    return new Fake("b.txt") {
      @Override
      public Map<String, byte[]> files(RunAnalysis analysis) {
        throw new IllegalStateException("broken");
      }
    };
  }

  private static ReportFormat says(String file, String text) {
    return new Fake(file) {
      @Override
      public Map<String, byte[]> files(RunAnalysis analysis) {
        return Map.of(file, text.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private abstract static class Fake implements ReportFormat {
    private final String file;

    Fake(String file) {
      this.file = file;
    }

    @Override
    public String id() {
      return file;
    }
  }
}
