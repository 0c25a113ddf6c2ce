package org.bindbench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bindbench.analysis.past.RunEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fork")
class TwoWritersTest {
  private static final int RUNS = 500;
  private static final int LONGEST_SECONDS = 300;

  @TempDir Path folder;

  @Test
  void twoProcessesThatWriteAtOnceLoseNothingAndDoubleNothing() throws Exception {
    Path file = folder.resolve("history.db");
    List<Process> writers = List.of(writer(file, "one"), writer(file, "two"));
    for (Process writer : writers) {
      boolean ended = writer.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (!ended) writer.destroyForcibly();
      assertThat(ended).isTrue();
    }
    for (String name : List.of("one", "two"))
      assertThat(Files.readString(folder.resolve(name + ".txt"))).doesNotContain("Exception");
    assertThat(writers).allSatisfy(writer -> assertThat(writer.exitValue()).isZero());

    Map<String, RunEntry> expected = new HashMap<>();
    for (int i = 0; i < RUNS; i++) {
      for (String source : List.of("one", "two")) put(expected, Entries.entry(source, i, 20));
      if (i % 10 == 0) put(expected, Entries.entry("shared", i, 20));
    }
    List<RunEntry> found = new ArrayList<>();
    HistoryTest.at(file).entries(run -> true, found::add);
    assertThat(found).hasSize(expected.size());
    assertThat(found)
        .allSatisfy(entry -> assertThat(entry).isEqualTo(expected.get(entry.run().id())));
  }

  private static void put(Map<String, RunEntry> entries, RunEntry entry) {
    entries.put(entry.run().id(), entry);
  }

  private Process writer(Path file, String name) throws IOException {
    Path said = folder.resolve(name + ".txt");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            HistoryWriter.class.getName(),
            file.toString(),
            name,
            String.valueOf(RUNS))
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }
}
