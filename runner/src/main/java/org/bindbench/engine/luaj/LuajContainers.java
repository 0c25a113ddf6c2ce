package org.bindbench.engine.luaj;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindbench.engine.walk.ContainerWalk;
import org.bindbench.engine.walk.Contents;
import org.bindbench.engine.walk.Contents.Child;
import org.bindbench.engine.walk.HostObjects;
import org.bindbench.engine.walk.Spot;
import org.bindbench.model.leak.ContainerSize;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaClosure;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Prototype;
import org.luaj.vm2.Varargs;

/**
 * The tables that a Lua script can reach: by upvalues of its functions, by globals, by what it
 * required, and in Java objects.
 */
final class LuajContainers {
  /** Lua's own and the guest library; what a script keeps is not in there. */
  private static final Set<String> NOT_THE_SCRIPTS =
      Set.of(
          "_G",
          "package",
          "string",
          "table",
          "math",
          "io",
          "os",
          "coroutine",
          "bit32",
          "debug",
          "luajava",
          "bindbench",
          "arg");

  private final Globals globals;
  private final Compiler compiler;

  LuajContainers(Globals globals, Compiler compiler) {
    this.globals = globals;
    this.compiler = compiler;
  }

  /** Every table and Java collection, under the shortest name that leads to it. */
  List<ContainerSize> reachable(LuaValue hooks) {
    List<Child> roots = new ArrayList<>(named(hooks, "hook of the case"));
    roots.addAll(named(globals, "global"));
    LuaValue loaded = globals.get("package").get("loaded");
    for (Entry module : entries(loaded))
      if (!NOT_THE_SCRIPTS.contains(module.key().tojstring()))
        roots.add(new Child(new Spot(module.key().tojstring(), "module"), module.value()));
    return new ContainerWalk(this::look).from(roots);
  }

  private static List<Child> named(LuaValue table, String place) {
    List<Child> roots = new ArrayList<>();
    for (Entry entry : entries(table))
      if (!NOT_THE_SCRIPTS.contains(entry.key().tojstring()))
        roots.add(new Child(new Spot(entry.key().tojstring(), place), entry.value()));
    return roots;
  }

  private Contents look(Object value, Spot spot) {
    if (value instanceof LuaTable table) return ofTable(table, spot);
    if (value instanceof LuaFunction function) return ofFunction(function, spot);
    if (value instanceof LuaUserdata userdata)
      return userdata.m_instance == null
          ? Contents.nothing()
          : HostObjects.look(userdata.m_instance, spot);
    if (value instanceof LuaValue) return Contents.nothing();
    return HostObjects.look(value, spot);
  }

  private static Contents ofTable(LuaTable table, Spot spot) {
    List<Child> children = new ArrayList<>();
    long size = 0;
    for (Varargs at = table.next(LuaValue.NIL); !at.isnil(1); at = table.next(at.arg1())) {
      if (size++ < Contents.BREADTH && isOpen(at.arg(2)))
        children.add(new Child(spot.step(step(at.arg1())), at.arg(2)));
    }
    LuaValue metatable = table.getmetatable();
    if (metatable != null) children.add(new Child(spot.step("'s metatable"), metatable));
    return Contents.container("table", size, children);
  }

  private Contents ofFunction(LuaFunction function, Spot spot) {
    if (function instanceof LuaClosure closure) {
      List<Child> held = new ArrayList<>();
      for (int i = 0; i < closure.upValues.length; i++)
        if (closure.upValues[i] != null)
          add(held, closure.upValues[i].getValue(), upvalue(closure.p, i, spot));
      return Contents.holding(held);
    }
    Optional<Prototype> prototype = compiler.prototype(function);
    if (prototype.isEmpty()) return HostObjects.look(function, spot);
    List<Child> held = new ArrayList<>();
    for (int i = 0; i < prototype.get().upvalues.length; i++)
      add(held, compiledUpvalue(function, i), upvalue(prototype.get(), i, spot));
    return Contents.holding(held);
  }

  private static void add(List<Child> held, LuaValue value, Spot spot) {
    if (isOpen(value)) held.add(new Child(spot, value));
  }

  /** LuaJC keeps upvalue i in the field u‹i›: as it is, or where it is assigned to in an array. */
  private static LuaValue compiledUpvalue(LuaFunction function, int i) {
    try {
      java.lang.reflect.Field field = function.getClass().getDeclaredField("u" + i);
      field.setAccessible(true);
      Object value = field.get(function);
      if (value instanceof LuaValue[] box) value = box[0];
      return value instanceof LuaValue held ? held : LuaValue.NIL;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("LuaJC has another form of upvalues than 3.0.1", e);
    }
  }

  /** The name that the variable has in the script, known inside the function that holds it. */
  private static Spot upvalue(Prototype prototype, int i, Spot function) {
    String variable =
        prototype.upvalues[i].name == null
            ? "upvalue " + (i + 1)
            : prototype.upvalues[i].name.tojstring();
    return new Spot(
        variable, "upvalue of the function " + function.name() + ", " + where(prototype));
  }

  private static String where(Prototype prototype) {
    String source = prototype.shortsource();
    return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1)
        + ":"
        + prototype.linedefined;
  }

  /** What may hold something. The globals have roots of their own, without Lua's own library. */
  private static boolean isOpen(LuaValue value) {
    return !(value instanceof Globals)
        && (value.istable() || value.isfunction() || value.isuserdata());
  }

  private static String step(LuaValue key) {
    if (key.type() != LuaValue.TSTRING) return "[" + key.tojstring() + "]";
    String text = key.tojstring();
    return text.matches("[A-Za-z_][A-Za-z_0-9]*") ? "." + text : "[\"" + text + "\"]";
  }

  private record Entry(LuaValue key, LuaValue value) {}

  private static List<Entry> entries(LuaValue table) {
    List<Entry> entries = new ArrayList<>();
    for (Varargs at = table.next(LuaValue.NIL); !at.isnil(1); at = table.next(at.arg1()))
      entries.add(new Entry(at.arg1(), at.arg(2)));
    return entries;
  }
}
