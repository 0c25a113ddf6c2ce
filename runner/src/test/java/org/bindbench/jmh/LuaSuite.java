package org.bindbench.jmh;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.binding.qtforge.QtforgeLibrary;
import org.bindbench.engine.Library;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.luaj.vm2.luajc.LuaJC;

/** A Lua suite, loaded as any embedder of LuaJ would: by LuaJ's own classes alone. */
final class LuaSuite {
  private final Globals globals = JsePlatform.standardGlobals();
  private final LuaValue bench;
  private final LuaValue cases;
  private final String suite;

  /**
   * Loads the file, beside which {@code bindbench.lua} lies.
   *
   * @param compiled whether LuaJC compiles every chunk to JVM bytecode
   */
  LuaSuite(Path file, boolean compiled) {
    if (compiled) LuaJC.install(globals);
    LuaValue packages = globals.get("package");
    String path = file.resolveSibling("?.lua") + ";" + packages.get("path").tojstring();
    packages.set("path", path);
    QtforgeLibrary library = new QtforgeLibrary();
    LuaValue binding = (LuaValue) library.handBinding(Library.LUAJ).orElseThrow();
    packages.get("loaded").set(library.name(), binding);
    bench = globals.load("return require 'bindbench'", "=jmh").call();
    cases = bench.get("load").call(file.toString());
    suite = file.getFileName().toString().replaceFirst("\\.lua$", "");
  }

  /** "LuaJC" where chunks become JVM classes, "interpreter" where they stay prototypes. */
  String implementation() {
    return globals.load("return 1", "=probe") instanceof LuaClosure ? "interpreter" : "LuaJC";
  }

  /**
   * The names of the suite's rates without parameters, in the order of the file.
   *
   * @param globs of the names; where there is none, the rates that are bound to no library
   */
  List<String> rates(List<String> globs) {
    List<PathMatcher> matchers =
        globs.stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= cases.length(); i++) {
      LuaValue declared = cases.get(i);
      String name = declared.get("name").tojstring();
      boolean wanted =
          globs.isEmpty()
              ? declared.get("library").tojstring().isEmpty()
              : matchers.stream().anyMatch(matcher -> matcher.matches(Path.of(name)));
      boolean isRate = declared.get("protocol").tojstring().equals("rate");
      if (isRate && wanted && declared.get("params").length() == 0) names.add(name);
    }
    return names;
  }

  /** The function {@code run} of a case without parameters. */
  LuaValue run(String name) {
    return bench
        .get("prepare")
        .call(LuaValue.valueOf(suite), LuaValue.valueOf(name), new LuaTable())
        .get("run");
  }
}
