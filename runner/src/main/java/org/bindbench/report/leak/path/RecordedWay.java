package org.bindbench.report.leak.path;

import java.util.stream.Collectors;
import org.bindbench.model.leak.Reference;
import org.bindbench.model.leak.ReferencePath;

/** A path with every class and field, as the JVM recorded it. */
final class RecordedWay {
  private RecordedWay() {}

  /** {@code java.util.ArrayList.elementData ← …}, from the object outwards. */
  static String text(ReferencePath path) {
    return path.references().stream()
        .map(RecordedWay::reference)
        .collect(Collectors.joining(" ← "));
  }

  private static String reference(Reference reference) {
    String field = reference.field().isEmpty() ? "" : "." + reference.field();
    return (reference.ofClass() ? "static " : "") + reference.holder() + field;
  }
}
