package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockSetBackIT {
  @TempDir Path folder;

  @Test
  @Tag("fault-27")
  void aClockSetBackByAnHourInTheMiddleOfARunChangesNoDuration() throws Exception {
    Path evidence = folder.resolve("was-set-back");
    Ended ended =
        RunnerJar.in(folder)
            .with("LD_PRELOAD", preload().toString())
            .with("CLOCK_WAS_SET_BACK", evidence.toString())
            .run("lua --pattern function_call -e luaj -f 1 -w 1s -r 1s".split(" "))
            .with(0);
    assertThat(evidence).exists();
    assertThat(ended.metrics().path("run").path("elapsed_s").asDouble()).isBetween(2.0, 600.0);
    JsonNode fork = ended.row("function_call").path("raw").path(0);
    assertThat(fork.path("wall_s").asDouble()).isBetween(2.0, 600.0);
    assertThat(fork.path("nanos").valueStream().map(JsonNode::asLong)).allMatch(nanos -> nanos > 0);
  }

  private Path preload() throws Exception {
    Path library = folder.resolve("clock_set_back.so");
    String source = RunnerJar.resource("faults/clock_set_back.c");
    try {
      Process compiler =
          new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source, "-ldl")
              .redirectErrorStream(true)
              .start();
      String said = new String(compiler.getInputStream().readAllBytes());
      assumeTrue(compiler.waitFor() == 0, "the clock's library cannot be compiled: " + said);
    } catch (IOException e) {
      assumeTrue(false, "there is no C compiler: " + e.getMessage());
    }
    return library;
  }
}
