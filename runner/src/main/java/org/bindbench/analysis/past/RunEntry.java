package org.bindbench.analysis.past;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.HeadlineNumber;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.pairing.Fingerprint;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.RunRecord;
import org.bindbench.model.history.Commit;

/** All that a history keeps of one run. */
public record RunEntry(PastRun run, List<PastFigure> figures, List<PastHeadline> headlines) {
  public RunEntry {
    figures = List.copyOf(figures);
    headlines = List.copyOf(headlines);
  }

  /**
   * What is to be kept of a finished run. Rows without figures leave nothing.
   *
   * @param digests of the suite files, by file
   * @param commit what was checked out when it began
   */
  public static RunEntry of(
      RunAnalysis analysis, Map<String, String> digests, Optional<Commit> commit) {
    List<PastFigure> figures = new ArrayList<>();
    for (CaseResult row : analysis.results())
      if (row.isCompleted())
        figures.addAll(figures(row, Fingerprint.of(analysis.run(), row, digests)));
    List<PastHeadline> headlines =
        analysis.headlines().stream().flatMap(RunEntry::headlines).toList();
    return new RunEntry(facts(analysis.run(), commit), figures, headlines);
  }

  private static PastRun facts(RunRecord run, Optional<Commit> commit) {
    return new PastRun(
        run.id(),
        run.startedAt(),
        String.join(" ", run.plan().command()),
        run.plan().level(),
        run.environment().bindbench(),
        run.environment().workerJvms().stream()
            .map(JvmFacts::title)
            .collect(Collectors.joining(", ")),
        run.plan().seed(),
        commit,
        Optional.empty());
  }

  private static List<PastFigure> figures(CaseResult row, Fingerprint fingerprint) {
    List<String> words = row.caveats().stream().map(Caveat::word).distinct().toList();
    List<PastFigure> figures = new ArrayList<>();
    for (Summary summary : row.summaries())
      if (Double.isFinite(summary.value()))
        figures.add(
            new PastFigure(
                new SeriesKey(row.id().toString(), row.column(), summary.metric(), row.isControl()),
                fingerprint,
                summary.forkValues(),
                summary.value(),
                summary.estimate().filter(RunEntry::isComplete),
                words));
    return figures;
  }

  private static boolean isComplete(Estimate estimate) {
    return Double.isFinite(estimate.low()) && Double.isFinite(estimate.high());
  }

  private static Stream<PastHeadline> headlines(Headline headline) {
    return Stream.of(HeadlineNumber.values())
        .map(
            number ->
                new PastHeadline(
                    headline.language(),
                    headline.column(),
                    number.id(),
                    number.unit(),
                    headline.figure(number.id()),
                    headline.reasons().getOrDefault(number.id(), "")));
  }
}
