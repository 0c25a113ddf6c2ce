package org.bindbench.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.cli.plan.Contestant;
import org.bindbench.config.Vocabulary;
import org.bindbench.engine.Engine;
import org.bindbench.launch.EngineOptions;
import org.bindbench.launch.StockInterpreter;
import org.bindbench.launch.WorkerJvm;
import org.bindbench.machine.Bundle;
import org.bindbench.machine.Cache;
import org.bindbench.machine.JvmFinder;
import org.bindbench.machine.Jvms;
import org.bindbench.machine.MachineFacts;
import org.bindbench.machine.Surroundings;
import org.bindbench.model.Environment;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Language;
import org.bindbench.model.UsageException;
import org.bindbench.model.Versions;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.ReportFormats;

/** What every command that touches engines needs: where things are, and which engines there are. */
public final class Workbench {
  private final Surroundings surroundings = Surroundings.ofThisProcess();
  private final Cache cache = Cache.open(surroundings);
  private final Bundle bundle = Bundle.locate(Workbench.class, cache);
  private final Map<String, Engine> engines = findEngines();

  private static Map<String, Engine> findEngines() {
    Map<String, Engine> found = new LinkedHashMap<>();
    ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(java.util.Comparator.comparing(engine -> engine.profile().id()))
        .forEach(engine -> found.put(engine.profile().id(), engine));
    return found;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** What is kept between runs. */
  public Cache cache() {
    return cache;
  }

  /** Folder with the guest libraries, the bundled suites and the compiler. */
  public Path bundle() {
    return bundle.path();
  }

  /** Every engine by id. */
  public Map<String, Engine> engines() {
    return engines;
  }

  /** The names that settings may use. */
  public Vocabulary vocabulary() {
    return new Vocabulary(
        Stream.concat(engines.keySet().stream(), StockInterpreter.ids().stream()).toList(),
        Stream.concat(
                ReportFormats.all().stream().map(ReportFormat::id),
                Stream.of(ReportFormats.BOTH, ReportFormats.CONSOLE))
            .toList());
  }

  /** The JVMs of this machine, those the user named first. */
  public Jvms jvms(List<String> named) {
    return new JvmFinder(surroundings).find(named);
  }

  /** The JVM for workers: fit for GraalPy's JIT where there is one. */
  Jvms.Choice chooseJvm(List<String> named) {
    return jvms(named).choose(engine("graalpy")::unfit);
  }

  /**
   * The engine of that id.
   *
   * @throws UsageException where there is none
   */
  public Engine engine(String id) {
    Engine engine = engines.get(id);
    if (engine == null)
      throw new UsageException(
          "There is no engine \""
              + id
              + "\". Known are "
              + String.join(", ", engines.keySet())
              + ".");
    return engine;
  }

  /** The engine that lists a language's suites: the one that starts fastest, without a compiler. */
  public Engine listingEngine(Language language) {
    return engine(language == Language.PYTHON ? "graalpy-interpreter" : "luaj");
  }

  /** JVM options by engine id. */
  public Map<String, EngineOptions> engineOptions(JvmFacts jvm) {
    return engines.values().stream()
        .collect(
            Collectors.toMap(
                engine -> engine.profile().id(),
                engine ->
                    new EngineOptions(
                        engine.jvmOptions(jvm, bundle(), cache.path()),
                        engine.restingHeapOptions(jvm),
                        engine.stillHeapOptions(jvm))));
  }

  /** What a run with these workers and engines records of this computer. */
  public Environment environment(List<WorkerJvm> setups, List<Contestant> contestants) {
    return MachineFacts.read(cache.path())
        .environment(
            setups.stream().map(WorkerJvm::jvm).distinct().toList(),
            surroundings.running(),
            contestants.stream().map(Contestant::profile).toList(),
            Versions.current().bindbench());
  }

  /** This computer, where nothing is measured on it. */
  public Environment reader() {
    return MachineFacts.read(cache.path())
        .environment(
            List.of(surroundings.running()),
            surroundings.running(),
            List.of(),
            Versions.current().bindbench());
  }

  /** Workers as they are where no option asks for others. */
  WorkerJvm plainWorkers(JvmFacts jvm) {
    return new WorkerJvm("", jvm, classPath(""), "parallel", engineOptions(jvm), List.of());
  }

  /**
   * The class path of workers: that of this process and the user's own behind it.
   *
   * @throws UsageException where an entry of the user's does not exist
   */
  public static String classPath(String own) {
    List<String> owned =
        own.isBlank() ? List.of() : List.of(own.split(Pattern.quote(File.pathSeparator)));
    for (String entry : owned)
      if (!Files.exists(Path.of(entry)))
        throw new UsageException("There is no " + entry + ", which --classpath names.");
    return Stream.concat(
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)),
            owned.stream())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
