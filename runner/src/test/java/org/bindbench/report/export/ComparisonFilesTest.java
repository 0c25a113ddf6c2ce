package org.bindbench.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.report.ReportFormats;
import org.junit.jupiter.api.Test;

class ComparisonFilesTest {
  @Test
  void formatsThatAreForRunsAloneAreNamedWithThoseThereAre() {
    assertThat(ComparisonFiles.missing(ReportFormats.named(List.of("both", "jmh", "gab"))))
        .contains(
            "a comparison has no file for --format jmh, gab;"
                + " it has them for alert, annotations, json, junit, markdown");
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
