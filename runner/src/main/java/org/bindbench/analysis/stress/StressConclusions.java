package org.bindbench.analysis.stress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.StressMetrics;

/** What a run says of guests under pressure, a sentence for each row that has figures. */
public final class StressConclusions {
  /** A step that is slower than this share of the fastest is told. */
  private static final double HALF = 0.5;

  /** More heap than this for a byte that is held is worth an advice. */
  private static final double LOSSY = 1.25;

  /** All of a share in percent. */
  private static final double ALL = 100;

  private StressConclusions() {}

  /** The conclusions in the order of the rows. */
  public static List<Conclusion> of(RunAnalysis analysis) {
    return analysis.results().stream()
        .filter(CaseResult::isCompleted)
        .flatMap(row -> conclusion(row).stream())
        .toList();
  }

  private static Optional<Conclusion> conclusion(CaseResult row) {
    return switch (row.declaration().protocol()) {
      case StressMetrics.PRESSURE -> pressure(row, Ladders.of(row));
      case StressMetrics.POOL -> pool(row, Ladders.of(row));
      case StressMetrics.FRAGMENTATION -> fragmentation(row);
      case BeyondLimit.PROTOCOL -> limit(row);
      default -> Optional.empty();
    };
  }

  private static Optional<Conclusion> pressure(CaseResult row, Ladder ladder) {
    Optional<Step> reached = ladder.reached();
    if (reached.isEmpty()) return Optional.empty();
    Step last = reached.get();
    long fast = ladder.keeping(HALF).map(Step::size).orElse(last.size());
    String end =
        ladder
            .failed()
            .map(step -> "; the step to " + step.size() + " % ended with: " + step.end().title())
            .orElse("; no step failed");
    String finding =
        fast < last.size()
            ? "works with up to %d %% of the heap live, but at less than half its speed beyond %d %%"
                .formatted(last.size(), fast)
            : "works at half its speed or more with up to %d %% of the heap live"
                .formatted(last.size());
    String evidence =
        "at %d %% it does %s of what it did at %d %%, and the collector takes %s of the time"
            .formatted(
                last.size(),
                Figures.quantity(ladder.keptPercent(), "%"),
                ladder.fastest().orElse(last).size(),
                Figures.quantity(last.collecting(), "%"));
    String advice =
        fast < last.size() || ladder.failed().isPresent()
            ? String.format(
                Locale.ROOT,
                "give the JVM at least %.1f times the live set as -Xmx",
                Math.ceil(10 * ALL / fast) / 10)
            : "";
    return Optional.of(new Conclusion(row.title(), finding + end, evidence, advice));
  }

  private static Optional<Conclusion> pool(CaseResult row, Ladder ladder) {
    Optional<Summary> right = summary(row, StressMetrics.TASKS_RIGHT);
    Optional<Summary> bytes = summary(row, StressMetrics.GUEST_BYTES);
    if (right.isEmpty() || bytes.isEmpty() || ladder.steps().isEmpty()) return Optional.empty();
    long most = ladder.steps().get(ladder.steps().size() - 1).size();
    int guests = row.declaration().guests();
    boolean all = right.get().min() >= ALL;
    String finding =
        all
            ? "answers every task rightly, with up to %d waiting for %d guests"
                .formatted(most, guests)
            : "answers %s of its tasks rightly, with up to %d waiting for %d guests"
                .formatted(Figures.quantity(right.get().value(), "%"), most, guests);
    String evidence =
        "throughput with the most waiting is %s of the highest; a guest keeps %s"
            .formatted(
                Figures.quantity(ladder.keptPercent(), "%"), Figures.bytes(bytes.get().value()));
    String advice =
        all
            ? "reckon with %s of heap for every 10 guests of a pool, beside what tasks keep"
                .formatted(Figures.bytes(10 * bytes.get().value()))
            : "look into the tasks that failed before using a pool: give each guest its own thread"
                + " and share nothing between them";
    return Optional.of(new Conclusion(row.title(), finding, evidence, advice));
  }

  private static Optional<Conclusion> fragmentation(CaseResult row) {
    Optional<Summary> perByte = summary(row, StressMetrics.HEAP_PER_BYTE);
    Optional<Summary> back = summary(row, StressMetrics.THINNED_BACK);
    Optional<Summary> refilled = summary(row, StressMetrics.REFILLED);
    if (perByte.isEmpty() || back.isEmpty() || refilled.isEmpty()) return Optional.empty();
    double humongous = summary(row, StressMetrics.HUMONGOUS_SHARE).map(Summary::value).orElse(0.0);
    String finding =
        String.format(
            Locale.ROOT,
            "the blocks that are left take %.2f bytes of heap for each byte",
            perByte.get().value());
    String evidence =
        "one collection freed %s of what was let go, and %s of the free heap took blocks again%s"
            .formatted(
                Figures.quantity(back.get().value(), "%"),
                Figures.quantity(refilled.get().value(), "%"),
                humongous > 0
                    ? "; "
                        + Figures.quantity(humongous, "%")
                        + " of the bytes are humongous objects"
                    : "");
    String advice =
        humongous > 0 && perByte.get().value() > LOSSY
            ? "a humongous object fills whole regions: choose -XX:G1HeapRegionSize more than twice"
                + " as large as such blocks, or another collector"
            : "";
    return Optional.of(new Conclusion(row.title(), finding, evidence, advice));
  }

  private static Optional<Conclusion> limit(CaseResult row) {
    double caught = value(row, StressMetrics.CAUGHT_IN_SCRIPT);
    double ended = value(row, StressMetrics.PROCESS_ENDED);
    double usable = value(row, StressMetrics.USABLE_AFTERWARDS);
    int tries =
        summary(row, StressMetrics.PROCESS_ENDED)
            .map(each -> each.forkValues().size())
            .orElse(row.trials().size());
    String where =
        ended > 0
            ? "the process ends when memory is out" + (ended < ALL ? " in some tries" : "")
            : caught == ALL
                ? "the script itself caught that memory was out"
                : caught > 0
                    ? "the script itself caught that memory was out in some tries, in others only"
                        + " Java could"
                    : "when memory was out only Java could catch it: the script's own handler did"
                        + " not run";
    String then =
        usable == ALL
            ? ", and the guest is usable afterwards"
            : ended > 0
                ? ""
                : usable > 0
                    ? ", and the guest is usable afterwards in some tries"
                    : ", and the guest is not usable afterwards";
    String saw = row.capability().map(each -> each.saw()).orElse("");
    String evidence = tries == 1 ? "one try: " + saw : "%d tries; one: %s".formatted(tries, saw);
    String advice =
        ended > 0
            ? "run scripts that may take much memory in a process of their own"
            : "catch OutOfMemoryError around calls into the guest"
                + (usable == ALL ? "" : ", and close the guest then");
    return Optional.of(new Conclusion(row.title(), where + then, evidence, advice));
  }

  private static double value(CaseResult row, Metric metric) {
    return summary(row, metric).map(Summary::value).orElse(0.0);
  }

  private static Optional<Summary> summary(CaseResult row, Metric metric) {
    return row.summary(metric.id());
  }

  /** Whether the run has a row that such conclusions are drawn from. */
  public static boolean isAsked(RunAnalysis analysis) {
    return Stream.of(
            StressMetrics.PRESSURE,
            StressMetrics.POOL,
            StressMetrics.FRAGMENTATION,
            BeyondLimit.PROTOCOL)
        .anyMatch(
            protocol ->
                analysis.results().stream()
                    .anyMatch(row -> row.declaration().protocol().equals(protocol)));
  }
}
