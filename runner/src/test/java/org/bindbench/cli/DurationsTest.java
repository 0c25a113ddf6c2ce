package org.bindbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
  private final Durations durations = new Durations();

  @Test
  void timesAreReadAsPeopleWriteThem() {
    assertThat(durations.convert("500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(durations.convert("10s")).isEqualTo(Duration.ofSeconds(10));
    assertThat(durations.convert("1.5")).isEqualTo(Duration.ofMillis(1500));
    assertThat(durations.convert("2m")).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void whatIsNoTimeIsRefused() {
    for (String text : new String[] {"", "fast", "-1s", "0s", "10 s", "1d"})
      assertThatThrownBy(() -> durations.convert(text))
          .as(text)
          .isInstanceOf(TypeConversionException.class);
  }

  @Test
  void timesAreWrittenAsPeopleReadThem() {
    assertThat(Durations.text(Duration.ofSeconds(8))).isEqualTo("8 s");
    assertThat(Durations.text(Duration.ofSeconds(120))).isEqualTo("2 min");
    assertThat(Durations.text(Duration.ofMillis(199_600))).isEqualTo("3 min 20 s");
  }
}
