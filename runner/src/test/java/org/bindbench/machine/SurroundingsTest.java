package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are Unix ones")
class SurroundingsTest {
  @Test
  void theHomeIsTheVariableElseWhatTheUserDatabaseSays() {
    assertThat(Surroundings.homeOf("/home/me", "/root")).isEqualTo(Path.of("/home/me"));
    assertThat(Surroundings.homeOf(null, "/root")).isEqualTo(Path.of("/root"));
    assertThat(Surroundings.homeOf("", "/root")).isEqualTo(Path.of("/root"));
  }

  @Test
  @Tag("fault-31")
  void aUserWithoutAHomeGetsNoneInTheCurrentFolder() {
    assertThat(Surroundings.homeOf(null, "?")).isEqualTo(Path.of("/dev/null"));
    assertThat(Surroundings.homeOf("a\u0000b", "")).isEqualTo(Path.of("/dev/null"));
  }

  @Test
  void theRunningJvmIsKnownWithoutItsFiles() {
    assertThat(Surroundings.ofThisProcess().running().feature())
        .isEqualTo(Runtime.version().feature());
  }
}
