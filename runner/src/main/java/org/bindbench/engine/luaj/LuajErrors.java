package org.bindbench.engine.luaj;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindbench.engine.GuestException;
import org.luaj.vm2.LuaError;

/**
 * Turns what LuaJ throws into the script's own error. LuaJC's messages carry no line, and Java
 * exceptions and stack overflows pass through it unwrapped.
 */
final class LuajErrors {
  /** {@code @file:line message} or {@code file:line: message}. */
  private static final Pattern LOCATED =
      Pattern.compile("^@?(.+?\\.lua):(\\d+):?\\s*(.*)$", Pattern.DOTALL);

  /** The place inside the message of an error raised again, as of a suite that does not load. */
  private static final Pattern ABSOLUTE =
      Pattern.compile("^((?:/|[A-Za-z]:[/\\\\]).+?\\.lua):(\\d+):?\\s*(.*)$", Pattern.DOTALL);

  private LuajErrors() {}

  static <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException | StackOverflowError | ScriptExit e) {
      throw translate(e);
    }
  }

  static GuestException translate(Throwable thrown) {
    if (thrown instanceof GuestException already) return already;
    if (thrown instanceof ScriptExit exit)
      return new GuestException(
          GuestException.Kind.ERROR,
          "the script ended itself with status " + exit.status(),
          "",
          "");
    String text =
        thrown instanceof LuaError error
            ? String.valueOf(error.getMessage())
            : thrown instanceof StackOverflowError
                ? "stack overflow"
                : thrown.getClass().getSimpleName() + ": " + thrown.getMessage();
    // LuaError's message is the whole traceback where there is one; its first line is the error.
    String firstLine = text.lines().findFirst().orElse("");
    Matcher located = LOCATED.matcher(firstLine);
    String location = "";
    String message = firstLine;
    if (located.matches()) {
      location = located.group(1) + ":" + located.group(2);
      message = located.group(3);
    }
    Matcher raisedAgain = ABSOLUTE.matcher(message);
    if (raisedAgain.matches()) {
      location = raisedAgain.group(1) + ":" + raisedAgain.group(2);
      message = raisedAgain.group(3);
    }
    GuestException.Kind kind =
        message.contains("bindings not available")
            ? GuestException.Kind.BINDINGS_NOT_AVAILABLE
            : GuestException.Kind.ERROR;
    return new GuestException(kind, message, location, text);
  }
}
