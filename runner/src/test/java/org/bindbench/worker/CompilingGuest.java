package org.bindbench.worker;

import java.nio.file.Path;
import java.util.List;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.PreparedCase;
import org.bindbench.engine.graalpy.GraalPyEngine;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;

/** Runs a Python case until GraalPy's compiler has worked on it, and prints what was seen of it. */
final class CompilingGuest {
  private static final long DEADLINE_NANOS = 120_000_000_000L;

  private CompilingGuest() {}

  /** Takes the folder of the bundle. */
  public static void main(String[] arguments) {
    Path bundle = Path.of(arguments[0]);
    Guest guest =
        new GraalPyEngine()
            .open(
                new GuestSetup(
                    bundle, List.of(), BindingStyle.HOST, new JvmMeter(), System.err, System.err));
    Path suite = bundle.resolve("python").resolve("memory_management.py");
    CaseId id =
        guest.load(suite).stream()
            .filter(declaration -> declaration.name().equals("object_creation"))
            .findFirst()
            .orElseThrow()
            .ids()
            .get(0);
    PreparedCase prepared = guest.prepare(id);
    CompilerClock guestAlone = new CompilerClock(() -> 0, GuestCompilers::cpuNanos);
    long started = System.nanoTime();
    while (guestAlone.nanos() == 0 && System.nanoTime() - started < DEADLINE_NANOS)
      prepared.run(10_000);
    System.out.println("jit " + guest.jit());
    System.out.println("guest " + guestAlone.nanos());
    System.out.println("all " + CompilerClock.ofThisJvm().nanos());
    Runtime.getRuntime().halt(0);
  }
}
