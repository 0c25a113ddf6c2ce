package org.bindbench.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.steady.SteadyState;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Metrics;

/** The reason behind each word that stands beside a row's figures, from the row itself. */
final class Caveats {
  private Caveats() {}

  /** One for each flag, but those that are said once for the whole run or for single metrics. */
  static List<Caveat> of(CaseResult row) {
    if (!row.isCompleted()) return List.of();
    List<Caveat> caveats = new ArrayList<>();
    for (String flag : row.flags())
      if (!flag.equals(CaseResult.SHARED_JVM) && !flag.equals(CaseResult.REPORTED))
        caveats.add(new Caveat(flag, reason(row, flag)));
    String settled = row.steadiness().title();
    boolean isRate = row.declaration().protocol().equals(Metrics.RATE);
    if (isRate && !row.steadiness().isSteady() && !row.hasFlag(settled))
      caveats.add(new Caveat(settled, steadiness(row)));
    return caveats;
  }

  private static String reason(CaseResult row, String flag) {
    if (flag.equals(row.steadiness().title())) return steadiness(row);
    if (flag.startsWith(CaseResult.PLANTED)) return planted(row);
    if (Shortfall.isIn(flag)) return row.reason();
    return switch (flag) {
      case CaseResult.INLINED -> inlined(row);
      case CaseResult.MACHINE_MOVED -> row.machineMoved();
      case CaseResult.INTERPRETER_ONLY -> "its worker had no JIT for Python";
      case CaseResult.WITHOUT_JIT ->
          "measured by an interpreting worker, where bytes repeat exactly";
      default -> "";
    };
  }

  private static String inlined(CaseResult row) {
    return row.summary(Metrics.RATE)
        .flatMap(rate -> Elimination.inlined(1e9 / rate.max()))
        .map(text -> text.substring(text.indexOf(": ") + 2) + ", in the fastest fork")
        .orElse("an operation takes less than a call can");
  }

  private static String planted(CaseResult row) {
    return row.summary(Metrics.PLANTED.id())
        .map(
            share ->
                String.format(
                    Locale.ROOT,
                    "%.0f %% more operations were run than counted, to see whether that is noticed",
                    share.value()))
        .orElse("more operations were run than counted, to see whether that is noticed");
  }

  private static String steadiness(CaseResult row) {
    Map<Steadiness, Integer> counts = new EnumMap<>(Steadiness.class);
    for (int i = 0; i < row.trials().size(); i++)
      if (row.trials().get(i).outcome() instanceof TrialOutcome.Completed)
        counts.merge(row.forkSteadiness().get(i), 1, Integer::sum);
    int forks = counts.values().stream().mapToInt(Integer::intValue).sum();
    String share =
        counts.getOrDefault(row.steadiness(), 0)
            + " of "
            + forks
            + (forks == 1 ? " fork" : " forks");
    return switch (row.steadiness()) {
      case NO_STEADY_STATE -> "the measured readings still changed in " + share;
      case SLOWDOWN -> "an earlier level was faster in " + share;
      case NOT_ASSESSED ->
          "fewer than "
              + SteadyState.FEWEST_READINGS
              + " readings, or than "
              + SteadyState.FEWEST_MEASURED
              + " measured ones, in "
              + share;
      default ->
          "by fork: "
              + counts.entrySet().stream()
                  .map(each -> each.getValue() + " " + each.getKey().title())
                  .collect(Collectors.joining(", "));
    };
  }
}
