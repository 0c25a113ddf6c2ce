package org.bindbench.engine.graalpy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.Library;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Growth;
import org.bindbench.model.leak.ContainerSize;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** One GraalPy context. */
final class GraalPyGuest implements Guest {
  private final Context context;
  private final Value host;
  private final GraalPyErrors errors;
  private final Value bindbench;

  /** A context on an engine of its own. */
  static Guest alone(GuestSetup setup) {
    return new GraalPyGuest(setup, Context.newBuilder("python"));
  }

  /** Several contexts on one engine, which goes when none of them is left. */
  static List<Guest> onOneEngine(GuestSetup setup, int guests) {
    Engine shared = engine();
    return Stream.generate(() -> on(shared, setup)).limit(guests).toList();
  }

  /** An engine that contexts can share. */
  static Engine engine() {
    return Engine.newBuilder("python").allowExperimentalOptions(true).build();
  }

  /** A context on that engine. */
  static Guest on(Engine shared, GuestSetup setup) {
    return new GraalPyGuest(setup, Context.newBuilder("python").engine(shared));
  }

  private GraalPyGuest(GuestSetup setup, Context.Builder builder) {
    context =
        builder
            .allowAllAccess(true)
            .allowExperimentalOptions(true)
            .option("python.DontWriteBytecodeFlag", "true")
            .out(setup.out())
            .err(setup.err())
            .build();
    context.initialize("python");
    host = moduleFromResource("host");
    errors = new GraalPyErrors(host);
    host.invokeMember("install_tracemalloc", setup.memory());
    for (Library library : setup.libraries())
      host.invokeMember("install_library", library.name(), library.namespaces());
    host.invokeMember("add_to_path", setup.bundle().resolve("python").toString());
    bindbench = context.eval("python", "import bindbench; bindbench");
  }

  /** Runs a resource beside this class as a module of its own, not in {@code __main__}. */
  private Value moduleFromResource(String name) {
    try (InputStream in = GraalPyGuest.class.getResourceAsStream(name + ".py")) {
      if (in == null) throw new IllegalStateException(name + ".py is not in the build");
      Source source =
          Source.newBuilder(
                  "python", new InputStreamReader(in, StandardCharsets.UTF_8), name + ".py")
              .build();
      Value module =
          context.eval("python", "import types; types.ModuleType").execute("bindbench_" + name);
      context
          .eval(
              "python",
              "lambda code, file, module: exec(compile(code, file, 'exec'), vars(module))")
          .execute(source.getCharacters().toString(), name + ".py", module);
      return module;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + ".py", e);
    }
  }

  @Override
  public String implementation() {
    return context.getEngine().getImplementationName();
  }

  /**
   * The implementation's name is what tells: with the JIT "GraalVM CE" (or "Oracle GraalVM"),
   * without it "Interpreted".
   */
  @Override
  public boolean jit() {
    return !implementation().equals("Interpreted");
  }

  @Override
  public List<CaseDeclaration> load(Path suite) {
    return errors.guarded(
        () -> {
          Value cases = bindbench.invokeMember("load", suite.toString());
          List<CaseDeclaration> declarations = new ArrayList<>();
          for (long i = 0; i < cases.getArraySize(); i++)
            declarations.add(declaration(suite, cases.getArrayElement(i)));
          return declarations;
        });
  }

  private static CaseDeclaration declaration(Path suite, Value declared) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    for (Value param : elements(declared.getMember("params")))
      params.put(param.getArrayElement(0).asString(), strings(param.getArrayElement(1)));
    return new CaseDeclaration(
        suite,
        declared.getMember("line").asInt(),
        declared.getMember("name").asString(),
        declared.getMember("protocol").asString(),
        declared.getMember("unit").asString(),
        strings(declared.getMember("tags")),
        params,
        declared.getMember("library").asString(),
        declared.getMember("allocates").asDouble(),
        declared.getMember("question").asString(),
        declared.getMember("guests").asInt(),
        Growth.of(declared.getMember("grows").asString()),
        declared.getMember("reference").asString());
  }

  private static List<Value> elements(Value array) {
    List<Value> elements = new ArrayList<>();
    for (long i = 0; i < array.getArraySize(); i++) elements.add(array.getArrayElement(i));
    return elements;
  }

  private static List<String> strings(Value array) {
    return elements(array).stream().map(Value::asString).toList();
  }

  @Override
  public PreparedCase prepare(CaseId id) {
    return errors.guarded(
        () -> {
          Object[] chosen =
              id.params().entrySet().stream()
                  .map(param -> new Object[] {param.getKey(), param.getValue()})
                  .toArray();
          return new GraalPyCase(
              bindbench.invokeMember("prepare", id.suite(), id.name(), chosen), errors);
        });
  }

  @Override
  public int runPlain(Path script) {
    try {
      Path file = script.toAbsolutePath();
      host.invokeMember("add_to_path", file.resolveSibling("").toString());
      host.invokeMember("become", file.toString());
      context.eval(Source.newBuilder("python", file.toFile()).build());
      return 0;
    } catch (PolyglotException e) {
      if (e.isExit()) return e.getExitStatus();
      throw errors.translate(e);
    } catch (IOException e) {
      throw new GuestException(
          GuestException.Kind.ERROR,
          "cannot read the script: " + e.getMessage(),
          script.toString(),
          "");
    }
  }

  @Override
  public void inside(Runnable work) {
    context.enter();
    try {
      work.run();
    } finally {
      context.leave();
    }
  }

  @Override
  public void idle(Duration duration) {
    host.invokeMember("idle", duration.toNanos() / 1e9);
  }

  @Override
  public void interrupt(Duration within) {
    try {
      context.interrupt(within);
    } catch (TimeoutException e) {
      throw new GuestException(
          GuestException.Kind.ERROR, "the script did not end within " + within, "", "");
    }
  }

  @Override
  public Optional<List<ContainerSize>> containers(PreparedCase prepared) {
    if (!(prepared instanceof GraalPyCase ours)) return Optional.empty();
    return Optional.of(
        errors.guarded(
            () -> GraalPyContainers.reachable(moduleFromResource("containers"), ours.hooks())));
  }

  @Override
  public void close() {
    context.close(true);
  }
}
