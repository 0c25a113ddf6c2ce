package org.bindbench.launch;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.launch.WorkerProcess.Event;
import org.bindbench.wire.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fork")
class WorkerProcessTest {
  private static final int KILLED = 137;

  @TempDir Path folder;

  @Test
  @Tag("fault-7")
  void aWorkerThatIgnoresTermIsKilledAfterAGrace() throws Exception {
    try (WorkerProcess worker = start()) {
      ProcessHandle process = ProcessHandle.of(worker.pid()).orElseThrow();
      assertThat(worker.next(Duration.ofSeconds(60)))
          .isEqualTo(new Event.Received(new Message.Done()));
      process.destroy();
      assertThat(worker.next(Duration.ofSeconds(1))).isEqualTo(new Event.Silence());
      assertThat(process.isAlive()).isTrue();
      assertThat(worker.end()).isEqualTo(KILLED);
      process.onExit().get(10, SECONDS);
    }
  }

  private WorkerProcess start() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(StubbornWorker.class.getName());
    return WorkerProcess.start(command, folder.resolve("worker.log"), System::nanoTime);
  }
}
