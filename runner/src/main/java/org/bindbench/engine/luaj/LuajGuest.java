package org.bindbench.engine.luaj;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.Library;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Growth;
import org.bindbench.model.leak.ContainerSize;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;

/** One set of Lua globals. */
final class LuajGuest implements Guest {
  private final Globals globals;
  private final LuaValue bench;
  private final Compiler compiler = new Compiler();

  LuajGuest(GuestSetup setup, boolean compiled) {
    globals = JsePlatform.standardGlobals();
    if (compiled) globals.loader = compiler;
    globals.STDOUT = new PrintStream(setup.out(), true, StandardCharsets.UTF_8);
    globals.STDERR = new PrintStream(setup.err(), true, StandardCharsets.UTF_8);
    HostFunctions.install(globals, setup.memory());
    for (Library library : setup.libraries()) bind(library, setup.style());
    addToPath(setup.bundle().resolve("lua"));
    bench = LuajErrors.guarded(() -> globals.load("return require 'bindbench'", "=host").call());
  }

  private void bind(Library library, BindingStyle style) {
    LuaValue bound =
        style == BindingStyle.COERCED
            ? CoercedLibrary.of(library)
            : library.handBinding(Library.LUAJ).map(LuaValue.class::cast).orElse(LuaValue.NIL);
    if (bound.isnil()) return;
    globals.set(library.name(), bound);
    globals.get("package").get("loaded").set(library.name(), bound);
  }

  private void addToPath(Path folder) {
    LuaValue packages = globals.get("package");
    String entry = folder + "/?.lua";
    String path = packages.get("path").optjstring("");
    if (!List.of(path.split(";")).contains(entry)) packages.set("path", entry + ";" + path);
  }

  /** "LuaJC" where chunks become JVM classes, "interpreter" where they stay prototypes. */
  @Override
  public String implementation() {
    return jit() ? "LuaJC" : "interpreter";
  }

  @Override
  public boolean jit() {
    return !(globals.load("return 1", "=probe") instanceof LuaClosure);
  }

  @Override
  public List<CaseDeclaration> load(Path suite) {
    Path file = suite.toAbsolutePath();
    addToPath(file.resolveSibling(""));
    LuaValue cases = LuajErrors.guarded(() -> bench.get("load").call(file.toString()));
    List<CaseDeclaration> declarations = new ArrayList<>();
    for (int i = 1; i <= cases.length(); i++) declarations.add(declaration(file, cases.get(i)));
    return declarations;
  }

  private static CaseDeclaration declaration(Path suite, LuaValue declared) {
    Map<String, List<String>> params = new LinkedHashMap<>();
    LuaValue declaredParams = declared.get("params");
    for (int i = 1; i <= declaredParams.length(); i++)
      params.put(
          declaredParams.get(i).get(1).checkjstring(), strings(declaredParams.get(i).get(2)));
    return new CaseDeclaration(
        suite,
        declared.get("line").optint(0),
        declared.get("name").checkjstring(),
        declared.get("protocol").checkjstring(),
        declared.get("unit").optjstring(""),
        strings(declared.get("tags")),
        params,
        declared.get("library").optjstring(""),
        declared.get("allocates").optdouble(0),
        declared.get("question").optjstring(""),
        declared.get("guests").optint(1),
        Growth.of(declared.get("grows").optjstring("n")),
        declared.get("reference").optjstring(""));
  }

  private static List<String> strings(LuaValue array) {
    List<String> strings = new ArrayList<>();
    for (int i = 1; i <= array.length(); i++) strings.add(array.get(i).tojstring());
    return strings;
  }

  @Override
  public PreparedCase prepare(CaseId id) {
    LuaTable chosen = new LuaTable();
    id.params()
        .forEach(
            (name, value) ->
                chosen.set(
                    chosen.length() + 1,
                    LuaValue.listOf(
                        new LuaValue[] {LuaValue.valueOf(name), LuaValue.valueOf(value)})));
    return new LuajCase(
        LuajErrors.guarded(
            () ->
                bench
                    .get("prepare")
                    .call(LuaValue.valueOf(id.suite()), LuaValue.valueOf(id.name()), chosen)));
  }

  @Override
  public int runPlain(Path script) {
    Path file = script.toAbsolutePath();
    if (!Files.isReadable(file))
      throw new GuestException(
          GuestException.Kind.ERROR, "cannot read the script", file.toString(), "");
    addToPath(file.resolveSibling(""));
    LuaTable arguments = new LuaTable();
    arguments.set(0, LuaValue.valueOf(file.toString()));
    globals.set("arg", arguments);
    return LuajErrors.guarded(
        () -> {
          try {
            globals.loadfile(file.toString()).call();
            return 0;
          } catch (ScriptExit exit) {
            return exit.status();
          }
        });
  }

  /** LuaJ has no pending work of its own: finalizers and callbacks do not exist. */
  @Override
  public void idle(Duration duration) {}

  @Override
  public Optional<List<ContainerSize>> containers(PreparedCase prepared) {
    if (!(prepared instanceof LuajCase ours)) return Optional.empty();
    return Optional.of(new LuajContainers(globals, compiler).reachable(ours.hooks()));
  }

  @Override
  public void close() {}
}
