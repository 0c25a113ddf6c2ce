package org.bindbench.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {
  @Test
  void breaksWorkflowCommandsInNames() {
    assertThat(SafeText.visible("::error::x")).isEqualTo(": :error::x");
    assertThat(SafeText.visible("a ::set-output y")).isEqualTo("a : :set-output y");
    assertThat(SafeText.visible("##[error]x")).isEqualTo("# #[error]x");
    assertThat(SafeText.visible("std::vector")).isEqualTo("std::vector");
  }
}
