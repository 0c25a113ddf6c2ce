package org.bindbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bindbench.model.Capability.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUPPORTED: 3 of 3|SUPPORTED|3 of 3",
        "BROKEN: it raised E: x|BROKEN|it raised E: x",
        "UNSUPPORTED:  no such function|UNSUPPORTED|no such function"
      })
  void aVerdictStandsBeforeWhatWasSeen(String text, Verdict verdict, String saw) {
    assertThat(Capability.parse(text)).isEqualTo(new Capability(verdict, saw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SUPPORTED", "SUPPORTED: ", "supported: x", "FINE: x", " BROKEN: x"})
  void anythingElseIsRefusedWithTheTextAndTheThreeVerdicts(String text) {
    assertThatThrownBy(() -> Capability.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"")
        .hasMessageContaining("\"SUPPORTED: ")
        .hasMessageContaining("\"BROKEN: ")
        .hasMessageContaining("\"UNSUPPORTED: ");
  }
}
