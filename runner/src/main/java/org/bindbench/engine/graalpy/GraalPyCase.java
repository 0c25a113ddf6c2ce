package org.bindbench.engine.graalpy;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** A Python case: the dictionary of hooks that {@code bindbench.prepare} returned. */
final class GraalPyCase implements PreparedCase {
  private final Value hooks;
  private final GraalPyErrors errors;
  private final Value run;
  private final List<Value> kept = new ArrayList<>();

  GraalPyCase(Value hooks, GraalPyErrors errors) {
    this.errors = errors;
    this.hooks = hooks;
    this.run = hooks.getHashValue("run");
  }

  /** The case's functions by name. */
  Value hooks() {
    return hooks;
  }

  @Override
  public double run(long operations) {
    try {
      return asNumber(run.execute(operations));
    } catch (PolyglotException e) {
      throw errors.translate(e);
    }
  }

  private static double asNumber(Value answer) {
    if (!answer.isNumber()) return Double.NaN;
    return answer.fitsInLong() ? answer.asLong() : answer.asDouble();
  }

  @Override
  public boolean has(String hook) {
    return hooks.hasHashEntry(hook);
  }

  @Override
  public void keep(String hook, long count) {
    errors.guarded(() -> kept.add(hooks.getHashValue(hook).execute(count)));
  }

  @Override
  public double number(String hook) {
    return isNumber(hook, errors.guarded(() -> asNumber(hooks.getHashValue(hook).execute())));
  }

  @Override
  public double number(String hook, double argument) {
    return isNumber(
        hook, errors.guarded(() -> asNumber(hooks.getHashValue(hook).execute(asGiven(argument)))));
  }

  /** A whole number as an int of Python's, which takes no float where it counts. */
  private static Object asGiven(double argument) {
    boolean whole = argument == Math.rint(argument) && Math.abs(argument) < 0x1p53;
    return whole ? (Object) (long) argument : (Object) argument;
  }

  private static double isNumber(String hook, double number) {
    if (Double.isNaN(number))
      throw new GuestException(
          GuestException.Kind.ERROR, "the hook " + hook + " must return a number", "", "");
    return number;
  }

  @Override
  public String text(String hook) {
    Value answer = errors.guarded(() -> hooks.getHashValue(hook).execute());
    if (!answer.isString())
      throw new GuestException(
          GuestException.Kind.ERROR, "the hook " + hook + " must return a text", "", "");
    return answer.asString();
  }

  @Override
  public void release() {
    kept.clear();
    if (has("release")) errors.guarded(() -> hooks.getHashValue("release").execute());
  }
}
