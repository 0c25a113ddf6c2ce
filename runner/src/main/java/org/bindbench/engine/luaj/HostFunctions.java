package org.bindbench.engine.luaj;

import org.bindbench.engine.HostMemory;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** The functions of Lua's own library that only the host can answer truly. */
final class HostFunctions {
  private HostFunctions() {}

  static void install(Globals globals, HostMemory memory) {
    LuaValue collect = globals.get("collectgarbage");
    long atOpening = memory.liveBytes();
    globals.set(
        "collectgarbage",
        new VarArgFunction() {
          /**
           * {@code "count"} is the live heap in KiB after a collection, less what was live before
           * the script; LuaJ's own answer is the whole JVM with its garbage.
           */
          @Override
          public Varargs invoke(Varargs args) {
            if (!args.optjstring(1, "collect").equals("count")) return collect.invoke(args);
            return LuaValue.valueOf((memory.liveBytes() - atOpening) / 1024.0);
          }
        });
    globals
        .get("os")
        .set(
            "exit",
            new VarArgFunction() {
              @Override
              public Varargs invoke(Varargs args) {
                LuaValue status = args.arg1();
                throw new ScriptExit(
                    status.isboolean() ? (status.toboolean() ? 0 : 1) : status.optint(0));
              }
            });
  }
}
