package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One function on one engine, for moments: that both sides measure it, not what comes out. */
class AgainstJmhIT {
  private static final Turn OURS =
      new Turn(new Subject("luaj", "memory_management", "function_call"), 1, Side.OURS);
  private static final Turn JMH = new Turn(OURS.subject(), 1, Side.JMH);

  @TempDir Path folder;

  @Test
  void bothSidesMeasureTheSameFunctionAndNoForkTwice() throws IOException {
    compare();
    ForkFiles files = new ForkFiles(folder);
    FileTime measured = Files.getLastModifiedTime(files.file(JMH));
    compare();

    JsonNode row =
        ForkFiles.MAPPER.readTree(folder.resolve("comparison.json").toFile()).at("/rows/0");
    assertThat(row.path("bindbench_operations_per_second")).hasSize(1);
    assertThat(row.path("jmh_operations_per_second")).hasSize(1);
    assertThat(row.path("ratio").asDouble()).isPositive();
    assertThat(row.path("reason").asText()).isEmpty();
    OurFork ours = OurFork.of(files.read(OURS), OURS.subject());
    JsonNode jmh = files.read(JMH).path(0);
    assertThat(jmh.at("/params/operations").asLong()).isEqualTo(ours.operations());
    assertThat(jmh.path("jvm").asText()).startsWith(ours.javaHome().toString());
    assertThat(jmh.path("jvmArgs").valueStream().map(JsonNode::asText))
        .containsAll(ours.jvmOptions());
    assertThat(Files.getLastModifiedTime(files.file(JMH))).isEqualTo(measured);
  }

  private void compare() {
    AgainstJmh.commandLine()
        .execute(
            "--case",
            "function_call",
            "--engine",
            "luaj",
            "--forks",
            "1",
            "--warmup",
            "320ms",
            "--measure",
            "320ms",
            "--out",
            folder.toString());
  }
}
