package org.bindbench.cli.compare.sides;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.cli.Workbench;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.config.Settings;
import org.bindbench.engine.Engine;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.machine.Jvms;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.Side;

/** The workers of a side: what it names, and for the rest what the options and settings say. */
record Workers(Workbench workbench, Settings settings, MeasureOptions options) {
  /**
   * The JVM setup of a side, called by its id.
   *
   * @throws UsageException where a JVM does not exist, or several were named for both sides
   */
  WorkerJvm of(Side side, SideSpec spec) {
    JvmFacts jvm = jvm(spec);
    List<String> extra = new ArrayList<>(options.extraJvmOptions());
    extra.addAll(spec.jvmArgs());
    return new WorkerJvm(
        side.id(),
        jvm,
        Workbench.classPath(spec.classpath().orElse(options.classpath)),
        collector(spec),
        workbench.engineOptions(jvm),
        extra);
  }

  /** What is the same on both sides, in the words of {@link SideSpec#named}. */
  List<String> both(WorkerJvm base, WorkerJvm head, SideSpec named, SideSpec other) {
    List<String> both = new ArrayList<>();
    if (named.suites().isEmpty() && other.suites().isEmpty()) both.add("bundled suites");
    if (base.jvm().equals(head.jvm())) both.add("JVM " + base.jvm().title());
    if (base.collector().equals(head.collector())) both.add("collector " + base.collector());
    if (!options.extraJvmOptions().isEmpty())
      both.add("JVM options " + String.join(" ", options.extraJvmOptions()));
    return both;
  }

  private String collector(SideSpec spec) {
    if (spec.gc().isPresent()) return spec.gc().get();
    List<String> collectors = settings.collectors().stream().distinct().toList();
    if (collectors.size() > 1)
      throw new UsageException(
          "Both sides run with one collector, but several are set: "
              + String.join(", ", collectors)
              + ". Name one with --gc, or one for each side, such as --base serial --head g1.");
    return collectors.get(0);
  }

  private JvmFacts jvm(SideSpec spec) {
    Engine jit = workbench.engine("graalpy");
    Jvms.Choice choice = spec.jvm().isPresent() ? named(spec.jvm().get(), jit) : usual(jit);
    if (options.requireJit && !choice.isFit())
      throw new UsageException("The JIT was required, but " + choice.unfit() + ".", 78);
    return choice.jvm();
  }

  private Jvms.Choice usual(Engine jit) {
    List<String> homes = settings.jvms().stream().distinct().toList();
    if (homes.size() > 1)
      throw new UsageException(
          "Both sides run on one JVM, but several are set: "
              + String.join(", ", homes)
              + ". Name one with --jvm, or one for each side, such as --base jvm=17 --head jvm=25.");
    return workbench.jvms(homes).choose(jit::unfit);
  }

  private Jvms.Choice named(String word, Engine jit) {
    if (!word.matches("\\d+")) return workbench.jvms(List.of(word)).choose(jit::unfit);
    List<JvmFacts> usable = workbench.jvms(List.of()).usable();
    return usable.stream()
        .filter(jvm -> String.valueOf(jvm.feature()).equals(word))
        .findFirst()
        .map(jvm -> new Jvms.Choice(jvm, "version " + word, jit.unfit(jvm).orElse("")))
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no Java %s on this computer; found are %s. Install one, or name the home of a JVM."
                        .formatted(
                            word,
                            usable.stream()
                                .map(jvm -> jvm.title() + " in " + jvm.home())
                                .collect(Collectors.joining(", "))),
                    78));
  }
}
