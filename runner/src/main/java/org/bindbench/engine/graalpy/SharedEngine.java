package org.bindbench.engine.graalpy;

import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.GuestSource;
import org.graalvm.polyglot.Engine;

/** Contexts that come and go on one engine, which stays until it is closed. */
final class SharedEngine implements GuestSource {
  private final Engine engine = GraalPyGuest.engine();

  @Override
  public Guest open(GuestSetup setup) {
    return GraalPyGuest.on(engine, setup);
  }

  @Override
  public void close() {
    engine.close();
  }
}
