package org.bindbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bindbench.engine.Engine;
import org.bindbench.machine.Doctor;
import org.bindbench.machine.Finding;
import org.bindbench.machine.Jvms;
import org.bindbench.machine.MachineFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Say what on this computer helps or harms a measurement, and what to do about it.")
final class DoctorCommand implements Callable<Integer> {
  /** Heap of each worker, as launch starts them. */
  private static final long WORKER_HEAP_BYTES = 1L << 30;

  private static final Map<Finding.Status, String> WORDS =
      Map.of(
          Finding.Status.OK, "ok",
          Finding.Status.ADVICE, "advice",
          Finding.Status.PROBLEM, "PROBLEM");

  private final Terminal terminal;

  @Option(names = "--jvm", paramLabel = "HOME", description = "A JVM to look at first.")
  List<String> jvms = new ArrayList<>();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Workbench workbench = new Workbench();
    Jvms found = workbench.jvms(jvms);
    for (Engine engine : workbench.engines().values())
      say(
          "ok",
          "engine",
          "%s: %s %s, %s."
              .formatted(
                  engine.profile().id(),
                  engine.profile().language().title(),
                  engine.profile().version(),
                  engine.profile().mode()));
    List<Finding> findings =
        new Doctor(WORKER_HEAP_BYTES)
            .examine(
                found,
                workbench.engine("graalpy")::unfit,
                MachineFacts.read(workbench.cache().path()),
                workbench.cache());
    for (Finding finding : findings) {
      say(String.valueOf(WORDS.get(finding.status())), finding.topic(), finding.message());
      if (!finding.advice().isEmpty()) say("", "", "→ " + finding.advice());
    }
    return findings.stream().anyMatch(finding -> finding.status() == Finding.Status.PROBLEM)
        ? 78
        : 0;
  }

  private void say(String status, String topic, String message) {
    String text = "%-8s %-14s %s".formatted(status, topic, message);
    terminal.out().println(terminal.style().unicode() ? text : text.replace("→", "->"));
  }
}
