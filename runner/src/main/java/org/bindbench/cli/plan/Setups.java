package org.bindbench.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bindbench.cli.Workbench;
import org.bindbench.config.Settings;
import org.bindbench.engine.Engine;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.machine.Jvms;
import org.bindbench.model.JvmFacts;

/** The JVMs and collectors that workers run with: every combination of those the user named. */
final class Setups {
  private Setups() {}

  /**
   * The setups of a run, in the order of the options. They have names where there are several.
   *
   * @throws org.bindbench.model.UsageException where a JVM does not exist or lacks the JIT that is
   *     required
   */
  static List<WorkerJvm> of(Workbench workbench, Settings settings, MeasureOptions options) {
    List<JvmFacts> jvms = jvms(workbench, settings.jvms(), options.requireJit);
    List<String> collectors = settings.collectors().stream().distinct().toList();
    List<WorkerJvm> setups = new ArrayList<>();
    for (JvmFacts jvm : jvms)
      for (String collector : collectors)
        setups.add(
            new WorkerJvm(
                name(jvm, jvms, collector, collectors),
                jvm,
                Workbench.classPath(options.classpath),
                collector,
                workbench.engineOptions(jvm),
                options.extraJvmOptions()));
    return setups;
  }

  private static List<JvmFacts> jvms(Workbench workbench, List<String> homes, boolean requireJit) {
    Engine jit = workbench.engine("graalpy");
    List<List<String>> sides =
        homes.isEmpty() ? List.of(List.of()) : homes.stream().distinct().map(List::of).toList();
    List<JvmFacts> jvms = new ArrayList<>();
    for (List<String> named : sides) {
      Jvms found = workbench.jvms(named);
      JvmFacts jvm = (requireJit ? found.chooseFit(jit::unfit) : found.choose(jit::unfit)).jvm();
      if (!jvms.contains(jvm)) jvms.add(jvm);
    }
    return jvms;
  }

  /** What tells this setup from the others; a JVM's folder only where its version does not. */
  private static String name(
      JvmFacts jvm, List<JvmFacts> jvms, String collector, List<String> collectors) {
    boolean alike = jvms.stream().filter(other -> other.title().equals(jvm.title())).count() > 1;
    Path folder = jvm.home().getFileName();
    String title =
        alike ? jvm.title() + " in " + (folder == null ? jvm.home() : folder) : jvm.title();
    return Stream.of(jvms.size() > 1 ? title : "", collectors.size() > 1 ? collector : "")
        .filter(word -> !word.isEmpty())
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }
}
