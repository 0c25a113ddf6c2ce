package org.bindbench.engine.graalpy;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bindbench.engine.GuestException;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** Turns a polyglot exception into the script's own error with the script's own location. */
final class GraalPyErrors {
  private GraalPyErrors() {}

  static GuestException translate(PolyglotException e) {
    if (e.isExit())
      return new GuestException(
          GuestException.Kind.ERROR,
          "the script ended itself with status " + e.getExitStatus(),
          location(e),
          trace(e));
    GuestException.Kind kind =
        isA(e, "BindingsNotAvailable")
            ? GuestException.Kind.BINDINGS_NOT_AVAILABLE
            : GuestException.Kind.ERROR;
    return new GuestException(kind, String.valueOf(e.getMessage()), location(e), trace(e));
  }

  private static boolean isA(PolyglotException e, String className) {
    Value raised = e.getGuestObject();
    return raised != null
        && raised.getMetaObject() != null
        && raised.getMetaObject().getMetaSimpleName().equals(className);
  }

  /** The innermost place in a file of the user's, not in Python's own library. */
  private static String location(PolyglotException e) {
    SourceSection section = e.getSourceLocation();
    if (section == null || section.getSource().getPath() == null)
      section =
          StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
              .filter(frame -> frame.isGuestFrame() && frame.getSourceLocation() != null)
              .map(PolyglotException.StackFrame::getSourceLocation)
              .filter(each -> each.getSource().getPath() != null)
              .findFirst()
              .orElse(section);
    if (section == null) return "";
    String path = section.getSource().getPath();
    return (path == null ? section.getSource().getName() : path)
        + ":"
        + section.getStartLine()
        + (section.getStartColumn() > 0 ? ":" + section.getStartColumn() : "");
  }

  private static String trace(PolyglotException e) {
    return StreamSupport.stream(e.getPolyglotStackTrace().spliterator(), false)
        .filter(PolyglotException.StackFrame::isGuestFrame)
        .map(Object::toString)
        .limit(40)
        .collect(Collectors.joining("\n"));
  }
}
