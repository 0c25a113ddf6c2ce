package org.bindbench.engine.luaj;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.luaj.vm2.LuaValue;

/** A Lua case: the table of hooks that {@code bindbench.prepare} returned. */
final class LuajCase implements PreparedCase {
  private final LuaValue hooks;
  private final LuaValue run;
  private final List<LuaValue> kept = new ArrayList<>();

  LuajCase(LuaValue hooks) {
    this.hooks = hooks;
    this.run = hooks.get("run");
  }

  /** The case's functions by name. */
  LuaValue hooks() {
    return hooks;
  }

  @Override
  public double run(long operations) {
    try {
      return asNumber(run.call(LuaValue.valueOf(operations)));
    } catch (RuntimeException | StackOverflowError | ScriptExit e) {
      throw LuajErrors.translate(e);
    }
  }

  /** As a double, never as text: LuaJ's text loses precision. */
  private static double asNumber(LuaValue answer) {
    return answer.type() == LuaValue.TNUMBER ? answer.todouble() : Double.NaN;
  }

  @Override
  public boolean has(String hook) {
    return hooks.get(hook).isfunction();
  }

  @Override
  public void keep(String hook, long count) {
    LuajErrors.guarded(() -> kept.add(hooks.get(hook).call(LuaValue.valueOf(count))));
  }

  @Override
  public double number(String hook) {
    return isNumber(hook, LuajErrors.guarded(() -> asNumber(hooks.get(hook).call())));
  }

  @Override
  public double number(String hook, double argument) {
    return isNumber(
        hook, LuajErrors.guarded(() -> asNumber(hooks.get(hook).call(LuaValue.valueOf(argument)))));
  }

  private static double isNumber(String hook, double number) {
    if (Double.isNaN(number))
      throw new GuestException(
          GuestException.Kind.ERROR, "the hook " + hook + " must return a number", "", "");
    return number;
  }

  @Override
  public String text(String hook) {
    LuaValue answer = LuajErrors.guarded(() -> hooks.get(hook).call());
    if (answer.type() != LuaValue.TSTRING)
      throw new GuestException(
          GuestException.Kind.ERROR, "the hook " + hook + " must return a text", "", "");
    return answer.tojstring();
  }

  @Override
  public void release() {
    kept.clear();
    if (has("release")) LuajErrors.guarded(() -> hooks.get("release").call());
  }
}
