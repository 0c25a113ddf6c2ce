package org.bindbench.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;
import org.bindbench.report.comparison.SampleComparisons;
import org.junit.jupiter.api.Test;

class ComparisonFilesTest {
  @Test
  void formatsThatAreForRunsAloneAreNamedWithThoseThereAre() {
    assertThat(ComparisonFiles.missing(ReportFormats.named(List.of("both", "jmh", "gab"))))
        .contains(
            "a comparison has no file for --format jmh, gab;"
                + " it has them for alert, annotations, json, junit, markdown");
  }

  /** The run's own files of these names tell of its baseline too, and of all else. */
  @Test
  void besideARunThereIsNoFileThatWouldReplaceOneOfItsOwn() {
    List<ReportFormat> formats =
        ReportFormats.named(List.of("both", "junit", "annotations", "alert"));
    assertThat(ComparisonFiles.of(SampleComparisons.baseline(), formats)).hasSize(5);
    assertThat(ComparisonFiles.besideRun(SampleComparisons.baseline(), formats))
        .containsOnlyKeys("comparison.json", "comparison_report.md");
  }

  @Test
  void nothingIsMissingWhereEveryFormatHasAFile() {
    assertThat(ComparisonFiles.missing(ReportFormats.named(List.of("console")))).isEmpty();
    assertThat(
            ComparisonFiles.missing(
                ReportFormats.named(List.of("both", "junit", "annotations", "alert"))))
        .isEmpty();
  }
}
