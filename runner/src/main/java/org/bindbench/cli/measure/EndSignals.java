package org.bindbench.cli.measure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C, SIGTERM and SIGHUP: the first ends the program in good order, the second at once. The JVM
 * by itself is deaf to a second one while it ends. It has no public interface for signals; {@code
 * sun.misc.Signal} is the one it keeps for this purpose (JEP 260), and {@code javac} would warn.
 */
final class EndSignals {
  private static final int SIGNAL_BASE = 128;
  private static final String[] NAMES = {"INT", "TERM", "HUP"};

  private EndSignals() {}

  /** Takes the signals; one that this system lacks, or that was to be ignored, stays as it is. */
  static void take() {
    AtomicBoolean told = new AtomicBoolean();
    for (String name : NAMES) {
      try {
        take(name, told);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof IllegalArgumentException))
          throw new IllegalStateException("SIG" + name + " cannot be taken", e);
      } catch (ReflectiveOperationException e) {
        return; // a JVM without the module jdk.unsupported: its own ways hold
      }
    }
  }

  private static void take(String name, AtomicBoolean told) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object taken = signal.getConstructor(String.class).newInstance(name);
    int exitCode = SIGNAL_BASE + (int) signal.getMethod("getNumber").invoke(taken);
    Object end =
        Proxy.newProxyInstance(
            EndSignals.class.getClassLoader(),
            new Class<?>[] {handler},
            (proxy, method, arguments) -> {
              // Each signal comes on a thread of its own, so this one may wait for the hooks.
              if (told.compareAndSet(false, true)) Runtime.getRuntime().exit(exitCode);
              else Runtime.getRuntime().halt(exitCode);
              return null;
            });
    signal.getMethod("handle", signal, handler).invoke(null, taken, end);
  }
}
