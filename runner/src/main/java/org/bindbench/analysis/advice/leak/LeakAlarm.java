package org.bindbench.analysis.advice.leak;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.churn.ChurnFinding;
import org.bindbench.analysis.churn.ChurnRow;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.analysis.leak.Severity;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.ChurnReading;

/**
 * A leak that nobody declared and that is at least major, of operations or of guests that come and
 * go: what CI is told of.
 *
 * @param spec a trial of its row
 * @param title {@code suite.case · engine}
 * @param sentence how much of what is kept
 */
public record LeakAlarm(TrialSpec spec, String title, Severity severity, String sentence) {
  /** What is held to a severity: a part of it, or what the system counts twice, is not. */
  private static final Set<ChurnReading> OF_GUESTS =
      Set.of(ChurnReading.LIVE_HEAP, ChurnReading.METASPACE, ChurnReading.NATIVE);

  /** All of a run. */
  public static List<LeakAlarm> of(RunAnalysis run) {
    Stream<LeakAlarm> ofOperations =
        LeakReview.of(run).stream().flatMap(LeakAlarm::ofOperations).filter(LeakAlarm::isMajor);
    return Stream.concat(ofOperations, ofGuests(run)).toList();
  }

  /** Those of guests that come and go. */
  static Stream<LeakAlarm> ofGuests(RunAnalysis run) {
    return ContextChurn.of(run).stream()
        .flatMap(churn -> churn.measured().stream())
        .filter(row -> !row.result().declaration().tags().contains("leaks"))
        .flatMap(
            row ->
                row.findings().stream()
                    .filter(ChurnFinding::isLeak)
                    .filter(finding -> OF_GUESTS.contains(finding.reading()))
                    .flatMap(finding -> ofGuests(row, finding)))
        .filter(LeakAlarm::isMajor);
  }

  private boolean isMajor() {
    return severity.compareTo(Severity.MAJOR) >= 0;
  }

  /** Whether it fails the run. */
  public boolean fails() {
    return severity == Severity.CRITICAL;
  }

  private static Stream<LeakAlarm> ofOperations(LeakRow row) {
    return row.severity().stream()
        .map(
            severity ->
                new LeakAlarm(
                    row.spec(),
                    row.title(),
                    severity,
                    row.finding()
                        .figures()
                        .map(
                            growth ->
                                "it keeps at least %s over %d cycles"
                                    .formatted(Figures.bytes(growth.leastTotal()), growth.cycles()))
                        .orElse("it keeps memory")));
  }

  private static Stream<LeakAlarm> ofGuests(ChurnRow row, ChurnFinding finding) {
    return finding.severity().stream()
        .map(
            severity ->
                new LeakAlarm(
                    row.result().trials().get(0).spec(),
                    row.result().title(),
                    severity,
                    finding
                        .perContext()
                        .map(
                            growth ->
                                "each guest that came and went left %s of %s (95 %% interval %s to %s)"
                                    .formatted(
                                        Figures.bytes(growth.value()),
                                        finding.reading().title(),
                                        Figures.bytes(growth.low()),
                                        Figures.bytes(growth.high())))
                        .orElse("guests that came and went left " + finding.reading().title())));
  }
}
