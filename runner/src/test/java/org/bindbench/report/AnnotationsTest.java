package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
  @Tag("fault-22")
  @Test
  void noTextEndsAnAnnotationOrBeginsAnother() {
    assertThat(Annotations.line(Annotations.Kind.ERROR, "a: b, c%", "100 %\n::error::owned\r"))
        .isEqualTo("::error title=a%3A b%2C c%25::100 %25\\n::error::owned\\r")
        .doesNotContain("\n");
    String text =
        new String(
            new Annotations().files(SampleRuns.rich()).get(Annotations.FILE),
            StandardCharsets.UTF_8);
    assertThat(text.lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("::(error|warning) title=[^:,]+::.+"));
  }

  @Test
  void aCleanRunSaysNothing() {
    assertThat(new Annotations().files(SampleRuns.clean()).get(Annotations.FILE)).isEmpty();
  }
}
