package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that unpacks the cache. */
@Tag("fault-31")
class FirstRunIT {
  private static final String[] WORDS =
      "lua --pattern function_call -e luaj -f 1 -w 100ms -r 200ms".split(" ");

  @TempDir Path folder;

  @Test
  void twoFirstRunsAtOnceBothMeasure() throws Exception {
    Path cache = folder.resolve("cache");
    try (Running one = Running.start(first("one", cache), WORDS);
        Running two = Running.start(first("two", cache), WORDS)) {
      assertThat(one.exitCode()).as("%s", one.said()).isZero();
      assertThat(two.exitCode()).as("%s", two.said()).isZero();
    }
  }

  @Test
  void whatARunThatWasKilledWhileItUnpackedLeftBehindHindersNoOther() throws Exception {
    Path cache = folder.resolve("cache");
    try (Running killed = Running.start(first("killed", cache), WORDS)) {
      while (!hasBegun(cache)) killed.goOnFor(Duration.ofMillis(1));
      killed.signal("KILL");
      killed.exitCode();
    }
    first("next", cache).run(WORDS).with(0);
  }

  private static boolean hasBegun(Path cache) throws IOException {
    if (!Files.exists(cache)) return false;
    try (Stream<Path> entries = Files.list(cache)) {
      return entries.findAny().isPresent();
    }
  }

  private RunnerJar first(String name, Path cache) throws IOException {
    return RunnerJar.in(Files.createDirectory(folder.resolve(name)))
        .with("BINDBENCH_CACHE", cache.toString());
  }
}
