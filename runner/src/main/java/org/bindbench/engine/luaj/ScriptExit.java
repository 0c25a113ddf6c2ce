package org.bindbench.engine.luaj;

/** A script's {@code os.exit}: unwinds the script, which {@code pcall} cannot stop. */
final class ScriptExit extends Error {
  private static final long serialVersionUID = 1L;

  private final int status;

  ScriptExit(int status) {
    super("os.exit(" + status + ")", null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
