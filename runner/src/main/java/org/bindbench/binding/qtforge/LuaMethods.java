package org.bindbench.binding.qtforge;

import java.util.NoSuchElementException;
import java.util.function.Function;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaUserdata;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;

/** What Lua sees of one Java class: a table of methods that all its userdata share. */
final class LuaMethods {
  private final String type;
  private final LuaTable methods = new LuaTable();
  private final LuaTable metatable = new LuaTable();

  /** Without methods so far; scripts cannot reach the metatable, {@code getmetatable} says why. */
  LuaMethods(String type) {
    this.type = type;
    metatable.set(LuaValue.INDEX, methods);
    metatable.set(LuaValue.METATABLE, LuaValue.valueOf("a " + type + " of qtforge"));
  }

  /** Adds a method whose calls are worth a function class of its own. */
  LuaMethods fast(String name, LuaValue function) {
    methods.set(name, function);
    return this;
  }

  /**
   * Adds a method that is called seldom; {@code self} is argument 1 and has been checked. What the
   * library throws on purpose becomes a Lua error with the same message.
   */
  <T> LuaMethods seldom(String name, Class<T> self, Method<T> method) {
    methods.set(
        name,
        function(
            arguments -> {
              Object object = arguments.arg1().touserdata();
              if (!self.isInstance(object)) {
                throw LuaArguments.badSelf(arguments.arg1(), name, type);
              }
              return method.call(self.cast(object), arguments.subargs(2));
            }));
    return this;
  }

  /** The object for Lua: one userdata, nothing in between. */
  LuaUserdata wrap(Object object) {
    return new LuaUserdata(object, metatable);
  }

  /** A function of its own; what the library throws on purpose becomes a Lua error. */
  static LuaValue function(Function<Varargs, Varargs> body) {
    return new VarArgFunction() {
      @Override
      public Varargs invoke(Varargs arguments) {
        try {
          return body.apply(arguments);
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException error) {
          throw new LuaError(error.getMessage());
        }
      }
    };
  }

  /** A Lua array of the texts. */
  static LuaTable array(Iterable<String> texts) {
    LuaTable array = new LuaTable();
    for (String text : texts) array.set(array.rawlen() + 1, text);
    return array;
  }

  /** A method's body: its object and the arguments after it. */
  @FunctionalInterface
  interface Method<T> {
    Varargs call(T self, Varargs arguments);
  }
}
