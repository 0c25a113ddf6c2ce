package org.bindbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bindbench.engine.Engine;
import org.bindbench.launch.EngineProbe;
import org.bindbench.machine.Doctor;
import org.bindbench.machine.Finding;
import org.bindbench.machine.Jvms;
import org.bindbench.machine.MachineFacts;
import org.bindbench.machine.SystemTicker;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.JvmFacts;
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

  @Option(
      names = "--measure",
      description =
          "Also measure, for less than a minute, how even the speed is and what can be shown.")
  boolean measure;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    Workbench workbench = new Workbench();
    Jvms found = workbench.jvms(jvms);
    List<Finding> findings =
        new Doctor(WORKER_HEAP_BYTES)
            .examine(
                found,
                workbench.engine("graalpy")::unfit,
                MachineFacts.read(workbench.cache().path()),
                workbench.cache());
    boolean wellFound = say(findings);
    boolean allUp = startEngines(workbench, found);
    boolean measured = !measure || allUp && say(measured(workbench, found));
    return wellFound && allUp && measured ? 0 : 78;
  }

  private List<Finding> measured(Workbench workbench, Jvms found) throws InterruptedException {
    return new EvennessTrial(workbench, terminal)
        .findings(found.choose(workbench.engine("graalpy")::unfit).jvm());
  }

  /** Prints findings; whether none is a problem. */
  private boolean say(List<Finding> findings) {
    for (Finding finding : findings) {
      say(String.valueOf(WORDS.get(finding.status())), finding.topic(), finding.message());
      if (!finding.advice().isEmpty()) say("", "", "→ " + finding.advice());
    }
    return findings.stream().noneMatch(each -> each.status() == Finding.Status.PROBLEM);
  }

  /** Starts every engine on the chosen JVM and says how it really runs; whether all came up. */
  private boolean startEngines(Workbench workbench, Jvms found) throws InterruptedException {
    if (found.usable().isEmpty()) return false;
    JvmFacts jvm = found.choose(workbench.engine("graalpy")::unfit).jvm();
    EngineProbe probe =
        new EngineProbe(
            workbench.plainWorkers(jvm),
            workbench.bundle(),
            workbench.cache().folder("doctor"),
            SystemTicker.INSTANCE);
    boolean allUp = true;
    for (Engine engine : workbench.engines().values()) {
      EngineProfile profile = engine.profile();
      EngineProbe.Finding finding = probe.probe(profile.id());
      String name = profile.id() + " " + profile.version();
      if (finding.opened()) {
        say(
            "ok",
            "engine",
            "%s: started in %.1f s, runs as \"%s\"."
                .formatted(name, finding.elapsed().toMillis() / 1000.0, finding.implementation()));
        if (profile.hasJit() && !finding.jit())
          say("", "", "→ " + engine.unfit(jvm).orElse("the JIT was asked for and is not on"));
      } else {
        allUp = false;
        say(
            "PROBLEM",
            "engine",
            name + " did not start: " + Printable.line(finding.implementation()));
      }
    }
    return allUp;
  }

  private void say(String status, String topic, String message) {
    String text = "%-8s %-14s %s".formatted(status, topic, message);
    terminal.out().println(terminal.style().unicode() ? text : text.replace("→", "->"));
  }
}
