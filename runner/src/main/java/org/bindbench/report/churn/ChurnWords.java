package org.bindbench.report.churn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.churn.ChurnFinding;
import org.bindbench.analysis.churn.ChurnRow;
import org.bindbench.analysis.churn.ChurnVerdict;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.report.layout.Tone;

/** Rows and findings of context churn in words. */
final class ChurnWords {
  private ChurnWords() {}

  /** {@code graalpy · shared engine}. */
  static String place(ChurnRow row) {
    return row.result().column().title()
        + (row.isControl() ? "" : row.sharing().map(sharing -> " · " + sharing.title()).orElse(""));
  }

  /** What guests share; empty for a control. */
  static String sharing(ChurnRow row) {
    return row.isControl() ? "" : row.sharing().map(EngineSharing::title).orElse("");
  }

  /** {@code graalpy · shared engine: 60 contexts, opened in 210 ms, closed in 12 ms (medians)}. */
  static String heading(ChurnRow row) {
    String times = times(row);
    return place(row) + ": " + row.contexts() + " contexts" + (times.isEmpty() ? "" : ", " + times);
  }

  /** How long opening and closing take; empty for a control. */
  static String times(ChurnRow row) {
    return row.openMillis().isPresent() && row.closeMillis().isPresent()
        ? "opened in %s, closed in %s (medians)"
            .formatted(
                Figures.quantity(row.openMillis().getAsDouble(), "ms"),
                Figures.quantity(row.closeMillis().getAsDouble(), "ms"))
        : "";
  }

  /** What a person needs to see of a row: whatever is not plainly without a leak. */
  static List<ChurnFinding> striking(ChurnRow row) {
    return row.findings().stream()
        .filter(
            found ->
                ChurnReading.isCategory(found.reading().id())
                    ? found.isRising()
                    : found.verdict() != ChurnVerdict.NO_LEAK)
        .toList();
  }

  /** Every reading, and the parts of native memory that grow. */
  static List<ChurnFinding> all(ChurnRow row) {
    return row.findings().stream()
        .filter(found -> !ChurnReading.isCategory(found.reading().id()) || found.isRising())
        .toList();
  }

  /** {@code no leak: threads, file descriptors}, empty where there is none such. */
  static Optional<String> withoutLeak(ChurnRow row) {
    String names =
        row.findings().stream()
            .filter(found -> found.verdict() == ChurnVerdict.NO_LEAK)
            .filter(found -> !ChurnReading.isCategory(found.reading().id()))
            .map(found -> found.reading().title() + atMost(found))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of("no leak: " + names);
  }

  private static String atMost(ChurnFinding found) {
    return found.perContext().map(each -> " " + interval(each, found.reading())).orElse("");
  }

  static String perContext(ChurnFinding found) {
    return found
        .perContext()
        .map(each -> amount(each.value(), found.reading()))
        .orElse("no figure");
  }

  static String interval(ChurnFinding found) {
    return found.perContext().map(each -> interval(each, found.reading())).orElse("none");
  }

  private static String interval(Estimate estimate, ChurnReading reading) {
    return "[" + amount(estimate.low(), reading) + ", " + amount(estimate.high(), reading) + "]";
  }

  /** The verdict with its severity. */
  static String verdict(ChurnFinding found) {
    return found.verdict().title()
        + found.severity().map(severity -> ", " + severity.title()).orElse("");
  }

  static Tone tone(ChurnFinding found) {
    return switch (found.verdict()) {
      case LEAK -> Tone.BAD;
      case SUSPICION, INCONCLUSIVE -> Tone.DOUBTFUL;
      case NO_LEAK -> Tone.GOOD;
    };
  }

  /** What all guests added, with its sign. */
  static String total(ChurnFinding found) {
    return (found.total() > 0 ? "+" : "") + amount(found.total(), found.reading());
  }

  /** What happened after the last guest; empty where nothing did. */
  static String afterwards(ChurnFinding found) {
    List<String> parts = new ArrayList<>();
    if (found.late().isPresent() && found.late().getAsDouble() != found.after())
      parts.add(
          amount(found.late().getAsDouble() - found.before(), found.reading())
              + " left some seconds later");
    if (found.isLeak() && found.closed().isPresent())
      parts.add(
          amount(found.closed().getAsDouble() - found.before(), found.reading())
              + " left when all was closed");
    return String.join(", ", parts);
  }

  /** Why each reading that is not judged as a leak or none is not; one sentence for alike ones. */
  static List<String> reasons(ChurnRow row) {
    return row.findings().stream()
        .filter(found -> !ChurnReading.isCategory(found.reading().id()))
        .filter(
            found ->
                found.verdict() == ChurnVerdict.INCONCLUSIVE
                    || found.verdict() == ChurnVerdict.SUSPICION)
        .collect(
            Collectors.groupingBy(
                found -> found.verdict().title() + ": " + found.reason(),
                LinkedHashMap::new,
                Collectors.mapping(found -> found.reading().title(), Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .toList();
  }

  /** What cycles that open nothing did to each reading that moved. */
  static String control(ChurnRow row) {
    String moved =
        row.findings().stream()
            .filter(found -> !ChurnReading.isCategory(found.reading().id()))
            .filter(found -> found.perContext().filter(each -> each.value() != 0).isPresent())
            .map(found -> found.reading().title() + " " + perContext(found))
            .collect(Collectors.joining(", "));
    return "Control, %d cycles that open nothing, on %s: %s"
        .formatted(
            row.contexts(),
            row.result().column().title(),
            moved.isEmpty() ? "nothing moves" : moved + " a cycle, nothing else moves");
  }

  private static String amount(double value, ChurnReading reading) {
    if (!reading.isCount()) return Figures.bytes(value);
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
