package org.bindbench.analysis.churn;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Summary;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;

/**
 * A case of the churn protocol on one engine.
 *
 * @param result its row in the run
 * @param findings one for each reading, the parts of native memory that moved last; empty where it
 *     has no figures
 */
public record ChurnRow(CaseResult result, List<ChurnFinding> findings) {
  public ChurnRow {
    findings = List.copyOf(findings);
  }

  /** The row of a result, judged against the row of the control, which may be missing. */
  static ChurnRow of(CaseResult result, Optional<CaseResult> control) {
    List<Sample> samples = samples(result);
    List<Sample> idle = control.map(ChurnRow::samples).orElse(List.of());
    Stream<ChurnReading> parts =
        samples.stream()
            .map(Sample::metric)
            .filter(ChurnReading::isCategory)
            .distinct()
            .map(ChurnReading::of);
    return new ChurnRow(
        result,
        Stream.concat(ChurnReading.all().stream(), parts)
            .flatMap(reading -> finding(reading, samples, idle).stream())
            .toList());
  }

  private static Optional<ChurnFinding> finding(
      ChurnReading reading, List<Sample> samples, List<Sample> idle) {
    List<Double> values = values(reading.id(), Phase.MEASURED, samples);
    List<Double> before = values(reading.id(), Phase.WARM_UP, samples);
    if (values.isEmpty() || before.isEmpty()) return Optional.empty();
    double last = values.get(values.size() - 1);
    OptionalDouble late = only(reading.lateId(), samples);
    ChurnJudge.Verdict judged =
        ChurnJudge.judge(reading, values, control(reading, values.size(), idle))
            .seenLater(before.get(0), last, late);
    return Optional.of(
        new ChurnFinding(
            reading,
            judged.verdict(),
            judged.perContext(),
            judged.severity(),
            judged.reason(),
            before.get(0),
            last,
            late,
            only(reading.closedId(), samples)));
  }

  /** A part of native memory that the control does not list did not move there. */
  private static List<Double> control(ChurnReading reading, int size, List<Sample> idle) {
    List<Double> values = values(reading.id(), Phase.MEASURED, idle);
    int cycles = values(ChurnReading.LIVE_HEAP.id(), Phase.MEASURED, idle).size();
    boolean unmoved = values.isEmpty() && ChurnReading.isCategory(reading.id());
    return unmoved ? Collections.nCopies(Math.min(size, cycles), 0.0) : values;
  }

  private static List<Double> values(String id, Phase phase, List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.metric().equals(id) && sample.phase() == phase)
        .map(Sample::value)
        .toList();
  }

  private static OptionalDouble only(String id, List<Sample> samples) {
    return samples.stream()
        .filter(sample -> sample.metric().equals(id))
        .mapToDouble(Sample::value)
        .findFirst();
  }

  private static List<Sample> samples(CaseResult result) {
    return result.trials().stream()
        .map(TrialRecord::outcome)
        .filter(Completed.class::isInstance)
        .map(outcome -> ((Completed) outcome).samples())
        .findFirst()
        .orElse(List.of());
  }

  /** Whether it opens nothing. */
  public boolean isControl() {
    return result.isControl();
  }

  /** What its guests share; empty where the case asks for something else. */
  public Optional<EngineSharing> sharing() {
    return EngineSharing.find(result.id());
  }

  /** Whether its guests share that. */
  boolean shares(EngineSharing sharing) {
    return sharing().filter(sharing::equals).isPresent();
  }

  /** {@code bare_context on a shared engine}. */
  String place() {
    String how =
        shares(EngineSharing.SHARED) ? " on a shared engine" : " with an engine per context";
    return result.id().name() + (result.id().params().containsKey(EngineSharing.PARAM) ? how : "");
  }

  /** How many guests were opened and closed. */
  public int contexts() {
    return (int) figure(ChurnMetrics.CONTEXTS.id()).orElse(0);
  }

  /** Median time to open a guest and to load the suite in it, in ms. */
  public OptionalDouble openMillis() {
    return figure(ChurnMetrics.OPEN_TIME.id());
  }

  /** Median time to close one, in ms. */
  public OptionalDouble closeMillis() {
    return figure(ChurnMetrics.CLOSE_TIME.id());
  }

  private OptionalDouble figure(String metric) {
    return result.summary(metric).stream().mapToDouble(Summary::value).findFirst();
  }

  /** What a reading says, empty where it could not be taken. */
  public Optional<ChurnFinding> finding(ChurnReading reading) {
    return findings.stream().filter(each -> each.reading().equals(reading)).findFirst();
  }

  /** Confirmed leaks of readings as a whole, without the parts of native memory. */
  public List<ChurnFinding> leaks() {
    return findings.stream()
        .filter(each -> each.isLeak() && !ChurnReading.isCategory(each.reading().id()))
        .toList();
  }
}
