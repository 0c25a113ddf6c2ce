package org.bindbench.binding.qtforge;

import java.util.Map;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.OneArgFunction;
import org.luaj.vm2.lib.ThreeArgFunction;
import org.luaj.vm2.lib.TwoArgFunction;

/**
 * The hand binding for LuaJ: functions written in Java over userdata with a shared metatable. Every
 * instance has tables of its own, so that guests share nothing.
 */
final class QtforgeLuaBinding {
  private final SharedObjects shared;
  private final LuaMethods plugins =
      new LuaMethods("plugin")
          .fast("name", new PluginName())
          .fast("build", new PluginBuild())
          .fast("state", new PluginState())
          .fast("advance", new PluginAdvance())
          .seldom(
              "attach",
              Plugin.class,
              (plugin, arguments) -> {
                plugin.attach(arguments.arg1());
                return LuaValue.NONE;
              })
          .seldom(
              "attachment",
              Plugin.class,
              (plugin, arguments) ->
                  plugin.attachment() instanceof LuaValue value ? value : LuaValue.NIL);

  private final LuaMethods managers =
      new LuaMethods("plugin manager")
          .fast("create", new ManagerCreate(plugins))
          .seldom(
              "load",
              PluginManager.class,
              (manager, arguments) -> {
                manager.load(LuaArguments.plugin(arguments.arg1(), 1, "load"));
                return LuaValue.NONE;
              })
          .seldom(
              "unload",
              PluginManager.class,
              (manager, arguments) ->
                  LuaValue.valueOf(
                      manager.unload(LuaArguments.text(arguments.arg1(), 1, "unload"))))
          .seldom(
              "get_loaded_plugins",
              PluginManager.class,
              (manager, arguments) -> LuaMethods.array(manager.get_loaded_plugins()))
          .seldom(
              "metadata",
              PluginManager.class,
              (manager, arguments) ->
                  table(manager.metadata(LuaArguments.text(arguments.arg1(), 1, "metadata"))));

  QtforgeLuaBinding(SharedObjects shared) {
    this.shared = shared;
  }

  /** The table that scripts see as {@code qtforge}. */
  LuaTable library() {
    LuaMethods buses = MessageBusLuaBinding.methods();
    LuaTable core = new LuaTable();
    core.set(
        "create_plugin_manager",
        LuaMethods.function(arguments -> managers.wrap(new PluginManager())));
    core.set("iterate", LuaMethods.function(this::iterate));
    core.set(
        "shared_plugin_manager",
        LuaMethods.function(
            arguments ->
                managers.wrap(
                    shared.manager(
                        LuaArguments.text(arguments.arg1(), 1, "shared_plugin_manager")))));
    LuaTable communication = new LuaTable();
    communication.set(
        "create_message_bus", LuaMethods.function(arguments -> buses.wrap(new MessageBus())));
    communication.set(
        "shared_message_bus",
        LuaMethods.function(
            arguments ->
                buses.wrap(
                    shared.bus(LuaArguments.text(arguments.arg1(), 1, "shared_message_bus")))));
    LuaTable library = new LuaTable();
    library.set("core", core);
    library.set("communication", communication);
    return library;
  }

  private LuaValue iterate(Varargs arguments) {
    LuaFunction step = LuaArguments.function(arguments.arg1(), 1, "iterate");
    long start = LuaArguments.integer(arguments.arg(2), 2, "iterate");
    long times = LuaArguments.integer(arguments.arg(3), 3, "iterate");
    return number(new Core(shared).iterate(state -> stepped(step, state), start, times));
  }

  private static long stepped(LuaFunction step, long state) {
    LuaValue next = step.call(number(state));
    if (next.isinttype()) return next.toint();
    if (next.islong()) return next.tolong();
    throw new LuaError("the step of 'iterate' must return a whole number, got " + next.typename());
  }

  /** Exact up to 2^53. */
  private static LuaValue number(long value) {
    return LuaInteger.valueOf(value);
  }

  private static LuaTable table(Map<String, Object> facts) {
    LuaTable table = new LuaTable();
    facts.forEach(
        (key, fact) ->
            table.set(
                key,
                fact instanceof Number number
                    ? LuaValue.valueOf(number.doubleValue())
                    : LuaValue.valueOf(fact.toString())));
    return table;
  }

  private static Plugin plugin(LuaValue self, String method) {
    if (self.touserdata() instanceof Plugin plugin) return plugin;
    throw LuaArguments.badSelf(self, method, "plugin");
  }

  private static final class ManagerCreate extends ThreeArgFunction {
    private final LuaMethods plugins;

    ManagerCreate(LuaMethods plugins) {
      this.plugins = plugins;
    }

    @Override
    public LuaValue call(LuaValue self, LuaValue name, LuaValue build) {
      if (!(self.touserdata() instanceof PluginManager manager)) {
        throw LuaArguments.badSelf(self, "create", "plugin manager");
      }
      String text = LuaArguments.text(name, 1, "create");
      long number = LuaArguments.integer(build, 2, "create");
      try {
        return plugins.wrap(manager.create(text, number));
      } catch (IllegalArgumentException error) {
        throw new LuaError(error.getMessage());
      }
    }
  }

  private static final class PluginName extends OneArgFunction {
    @Override
    public LuaValue call(LuaValue self) {
      return LuaValue.valueOf(plugin(self, "name").name());
    }
  }

  /** A Lua number: exact up to 2^53. */
  private static final class PluginBuild extends OneArgFunction {
    @Override
    public LuaValue call(LuaValue self) {
      return LuaValue.valueOf((double) plugin(self, "build").build());
    }
  }

  private static final class PluginState extends OneArgFunction {
    @Override
    public LuaValue call(LuaValue self) {
      return LuaValue.valueOf(plugin(self, "state").state());
    }
  }

  private static final class PluginAdvance extends TwoArgFunction {
    @Override
    public LuaValue call(LuaValue self, LuaValue x) {
      return LuaValue.valueOf(
          plugin(self, "advance").advance(LuaArguments.integer(x, 1, "advance")));
    }
  }
}
