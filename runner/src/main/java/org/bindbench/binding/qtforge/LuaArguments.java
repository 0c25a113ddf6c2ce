package org.bindbench.binding.qtforge;

import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaValue;

/**
 * Checks what Lua passes to a method, with the errors that Lua's own libraries raise; positions
 * count from 1 after {@code self}. As in Lua, numbers pass for text and numerals for numbers.
 */
final class LuaArguments {
  private LuaArguments() {}

  static String text(LuaValue value, int position, String method) {
    if (!value.isstring()) throw bad(position, method, "string expected, got " + value.typename());
    return value.tojstring();
  }

  static long integer(LuaValue value, int position, String method) {
    if (value.isinttype()) return value.toint();
    if (!value.isnumber()) throw bad(position, method, "number expected, got " + value.typename());
    double number = value.todouble();
    if (number != Math.rint(number) || Math.abs(number) >= 0x1p63) {
      throw bad(position, method, "number has no integer representation");
    }
    return (long) number;
  }

  static LuaFunction function(LuaValue value, int position, String method) {
    if (value instanceof LuaFunction function) return function;
    throw bad(position, method, "function expected, got " + value.typename());
  }

  static Plugin plugin(LuaValue value, int position, String method) {
    if (value.touserdata() instanceof Plugin plugin) return plugin;
    throw bad(position, method, "plugin expected, got " + value.typename());
  }

  /** What a method was called with in place of its object, as by {@code plugin.name()}. */
  static LuaError badSelf(LuaValue self, String method, String expected) {
    return new LuaError(
        "calling '%s' on bad self (%s expected, got %s)"
            .formatted(method, expected, self.typename()));
  }

  static LuaError bad(int position, String method, String problem) {
    return new LuaError("bad argument #%d to '%s' (%s)".formatted(position, method, problem));
  }
}
