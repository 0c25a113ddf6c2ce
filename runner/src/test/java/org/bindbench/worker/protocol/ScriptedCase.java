package org.bindbench.worker.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import org.bindbench.engine.PreparedCase;

/**
 * A case written in Java: what {@code run} makes, hooks that give numbers, and what release does.
 */
public record ScriptedCase(
    LongFunction<Object> make,
    Map<String, DoubleSupplier> numbers,
    Runnable letGo,
    List<Object> kept)
    implements PreparedCase {
  public ScriptedCase(
      LongFunction<Object> make, Map<String, DoubleSupplier> numbers, Runnable letGo) {
    this(make, numbers, letGo, new ArrayList<>());
  }

  @Override
  public double run(long operations) {
    return make.apply(operations) instanceof Number answer ? answer.doubleValue() : Double.NaN;
  }

  @Override
  public boolean has(String hook) {
    return hook.equals("run") || numbers.containsKey(hook);
  }

  @Override
  public void keep(String hook, long count) {
    kept.add(make.apply(count));
  }

  @Override
  public double number(String hook) {
    return Objects.requireNonNull(numbers.get(hook), hook).getAsDouble();
  }

  @Override
  public void release() {
    kept.clear();
    letGo.run();
  }
}
