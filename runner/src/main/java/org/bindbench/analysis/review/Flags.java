package org.bindbench.analysis.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Elimination;
import org.bindbench.analysis.Shortfall;
import org.bindbench.analysis.Steadiness;
import org.bindbench.analysis.Summary;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;
import org.bindbench.model.metric.Metrics;

/** The words that must stand beside a row's figures wherever they appear. */
final class Flags {
  private static final String GRAALPY = "graalpy";
  private static final String GRAALPY_INTERPRETER = "graalpy-interpreter";

  private Flags() {}

  static List<String> of(List<TrialRecord> forks, List<Summary> summaries, Steadiness steadiness) {
    TrialSpec spec = forks.get(0).spec();
    Protocol protocol = Protocol.of(spec.declaration());
    List<WorkerFacts> workers = forks.stream().flatMap(fork -> fork.worker().stream()).toList();
    boolean hasFigures = !summaries.isEmpty();
    boolean graalpy = spec.engine().equals(GRAALPY) && hasFigures;
    List<String> flags = new ArrayList<>();
    if (summaries.stream().anyMatch(Flags::isInlined)) flags.add(CaseResult.INLINED);
    if (protocol == Protocol.RATE && hasFigures && !steadiness.isSteady())
      flags.add(steadiness.title());
    if (graalpy && protocol.isTimed() && workers.stream().anyMatch(worker -> !worker.jit()))
      flags.add(CaseResult.INTERPRETER_ONLY);
    if (graalpy
        && !protocol.isTimed()
        && workers.stream().anyMatch(worker -> worker.engine().equals(GRAALPY_INTERPRETER)))
      flags.add(CaseResult.WITHOUT_JIT);
    if (workers.stream().anyMatch(worker -> worker.sharing().equals("rotation")))
      flags.add(CaseResult.SHARED_JVM);
    if (summaries.stream().anyMatch(summary -> summary.metric().reported()))
      flags.add(CaseResult.REPORTED);
    summaries.stream()
        .filter(summary -> summary.metric().id().equals(Metrics.PLANTED.id()))
        .forEach(share -> flags.add(planted(share.value())));
    if (hasFigures && !Shortfall.of(forks).isEmpty()) flags.add(Shortfall.of(forks));
    return flags;
  }

  private static String planted(double percent) {
    return String.format(Locale.ROOT, "%s +%.0f %%", CaseResult.PLANTED, percent);
  }

  /** Whether any fork ran an operation in less than a call can take. */
  private static boolean isInlined(Summary summary) {
    return summary.metric().id().equals(Metrics.RATE)
        && Elimination.inlined(1e9 / summary.max()).isPresent();
  }
}
