package org.bindbench.engine.graalpy;

import java.util.StringJoiner;
import java.util.function.Supplier;
import org.bindbench.engine.GuestException;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** Turns a polyglot exception into the script's own error with the script's own location. */
final class GraalPyErrors {
  private static final int MOST_FRAMES = 40;
  private static final double LEAST_FREE = 0.1;

  private final Value host;

  GraalPyErrors(Value host) {
    this.host = host;
  }

  <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (PolyglotException e) {
      throw translate(e);
    }
  }

  GuestException translate(PolyglotException e) {
    if (isOutOfMemory(e))
      return new GuestException(GuestException.Kind.ERROR, String.valueOf(e.getMessage()), "", "");
    if (e.isExit())
      return new GuestException(
          GuestException.Kind.ERROR,
          "the script ended itself with status " + exitStatus(e),
          location(e),
          trace(e));
    GuestException.Kind kind =
        isA(e, "BindingsNotAvailable")
            ? GuestException.Kind.BINDINGS_NOT_AVAILABLE
            : GuestException.Kind.ERROR;
    return new GuestException(kind, String.valueOf(e.getMessage()), location(e), trace(e));
  }

  /** Then the guest must not be asked for the error's place: that takes memory again. */
  private static boolean isOutOfMemory(PolyglotException e) {
    return e.isResourceExhausted()
        || e.isHostException() && e.asHostException() instanceof OutOfMemoryError
        || e.isInternalError() && String.valueOf(e.getMessage()).contains("OutOfMemoryError")
        || String.valueOf(e.getMessage()).startsWith("MemoryError") && isHeapFull();
  }

  /** A {@code MemoryError} may also be of one thing that is too large, or of a script's own. */
  private static boolean isHeapFull() {
    Runtime jvm = Runtime.getRuntime();
    long free = jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
    return free < LEAST_FREE * jvm.maxMemory();
  }

  /** Where a hook was called GraalPy says 1 of every {@code SystemExit}; its code is the status. */
  private static int exitStatus(PolyglotException e) {
    Value raised = e.getGuestObject();
    if (raised == null || !raised.hasMember("code")) return e.getExitStatus();
    Value code = raised.getMember("code");
    return code.fitsInInt() ? code.asInt() : e.getExitStatus();
  }

  private static boolean isA(PolyglotException e, String className) {
    Value raised = e.getGuestObject();
    return raised != null
        && raised.getMetaObject() != null
        && raised.getMetaObject().getMetaSimpleName().equals(className);
  }

  /**
   * From Python's own traceback: the engine's source sections are those of whole functions and
   * modules. What is no Python error, such as an exit, has the section alone.
   */
  private String location(PolyglotException e) {
    Value raised = e.getGuestObject();
    if (raised != null && raised.isException() && raised.hasMember("__traceback__"))
      return host.invokeMember("location", raised).asString();
    SourceSection section = e.getSourceLocation();
    if (section == null || section.getSource().getPath() == null) return "";
    return section.getSource().getPath() + ":" + section.getStartLine();
  }

  /** In a plain loop: where memory is out, linking a lambda for the first time takes a minute. */
  private static String trace(PolyglotException e) {
    StringJoiner frames = new StringJoiner("\n");
    int left = MOST_FRAMES;
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      if (!frame.isGuestFrame()) continue;
      frames.add(frame.toString());
      if (--left == 0) break;
    }
    return frames.toString();
  }
}
