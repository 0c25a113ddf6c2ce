package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final Turn TURN =
      new Turn(new Subject("luajc", "memory_management", "empty_loop"), 2, Side.JMH);

  @TempDir Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void aBuild() throws IOException {
    jar = Files.writeString(folder.resolve("runner.jar"), "a build");
  }

  @Test
  void forksOfTheSameSettingsAreFoundAgain() throws IOException {
    ForkFiles first = ForkFiles.open(folder.resolve("out"), settings(4).json());
    assertThat(first.has(TURN)).isFalse();
    Files.writeString(first.file(TURN), "[]");

    assertThat(ForkFiles.open(folder.resolve("out"), settings(4).json()).has(TURN)).isTrue();
  }

  @Test
  void forksOfOtherTimesAreNotMixed() throws IOException {
    ForkFiles.open(folder.resolve("out"), settings(4).json());

    assertThatThrownBy(() -> ForkFiles.open(folder.resolve("out"), settings(5).json()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("other settings")
        .hasMessageContaining("Choose another --out");
  }

  @Test
  void forksOfAnotherBuildAreNotMixed() throws IOException {
    ForkFiles.open(folder.resolve("out"), settings(4).json());
    Files.writeString(jar, "another build");

    assertThatThrownBy(() -> ForkFiles.open(folder.resolve("out"), settings(4).json()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("another build");
  }

  @Test
  void theJitWarmsUpLongerUnlessATimeIsGiven() {
    Settings usual = new Settings(jar, Optional.empty(), Optional.empty());

    assertThat(usual.schedule("graalpy").warmUp()).isGreaterThan(usual.schedule("luaj").warmUp());
    assertThat(settings(3).schedule("graalpy").warmUp()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aMeasuredTimeIsFilledWithIterationsButNeverWithNone() {
    Schedule schedule = new Schedule(Duration.ofSeconds(1), Duration.ofSeconds(4));

    assertThat(schedule.iterations(Duration.ofMillis(160))).isEqualTo(25);
    assertThat(schedule.iterations(Duration.ofSeconds(9))).isEqualTo(1);
  }

  private Settings settings(int warmUpSeconds) {
    return new Settings(jar, Optional.of(Duration.ofSeconds(warmUpSeconds)), Optional.empty());
  }
}
