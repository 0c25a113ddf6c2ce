package org.bindbench.worker.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorThreadsTest {
  @TempDir Path tasks;

  @Test
  void threadsOfEveryCollectorAreCountedAndNoOthers() throws IOException {
    thread("1", "java", "999 1 1");
    thread("2", "VM Thread", "10 5 3");
    thread("3", "GC Thread#0", "20 5 3");
    thread("4", "G1 Main Marker", "30 5 3");
    thread("5", "ZWorkerYoung#0", "40 5 3");
    thread("6", "C2 CompilerThre", "999 5 3");
    assertThat(new CollectorThreads(tasks).nanos())
        .contains(Map.of("2", 10L, "3", 20L, "4", 30L, "5", 40L));
  }

  @Test
  void aThreadThatIsNewBeganAtNothing() {
    assertThat(CollectorThreads.between(Map.of("2", 10L), Map.of("2", 15L, "9", 7L))).isEqualTo(12);
  }

  @Test
  void aSystemWithoutTheFilesTellsNothing() throws IOException {
    assertThat(new CollectorThreads(tasks.resolve("absent")).nanos()).isEmpty();
    thread("1", "java", "999 1 1");
    assertThat(new CollectorThreads(tasks).nanos()).isEmpty();
    Files.createDirectories(tasks.resolve("2"));
    Files.writeString(tasks.resolve("2/comm"), "VM Thread\n");
    assertThat(new CollectorThreads(tasks).nanos()).isEmpty();
  }

  private void thread(String id, String name, String used) throws IOException {
    Path folder = Files.createDirectories(tasks.resolve(id));
    Files.writeString(folder.resolve("comm"), name + "\n");
    Files.writeString(folder.resolve("schedstat"), used + "\n");
  }
}
