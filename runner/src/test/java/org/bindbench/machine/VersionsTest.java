package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsTest {
  @Test
  void the_build_says_what_it_is_made_of() {
    Versions versions = Versions.read();
    assertThat(versions.bindbench()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(versions.graalpy()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(versions.compiler()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(versions.luaj()).matches("\\d+\\.\\d+\\.\\d+");
  }
}
