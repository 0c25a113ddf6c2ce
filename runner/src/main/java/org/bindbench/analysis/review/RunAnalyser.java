package org.bindbench.analysis.review;

import java.util.List;
import java.util.stream.Stream;
import org.bindbench.analysis.Answers;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.RemarkRule;
import org.bindbench.analysis.churn.ChurnGrowth;
import org.bindbench.analysis.growth.Fit;
import org.bindbench.analysis.growth.GrowthChecks;
import org.bindbench.analysis.stress.StressReview;
import org.bindbench.model.RunRecord;
import org.bindbench.model.Threshold;

/** Turns what was measured into what is judged; the same record gives the same judgement. */
public final class RunAnalyser {
  private RunAnalyser() {}

  /**
   * The run, judged. Timed trials get their rate or are found eliminated, series get their slopes,
   * and answers are held against each other first, so the run inside the result may have trials
   * that ended well and are wrong all the same.
   */
  public static RunAnalysis analyse(RunRecord record, List<Threshold> thresholds) {
    RunRecord run =
        new RunRecord(
            record.id(),
            record.startedAt(),
            record.elapsed(),
            record.environment(),
            record.plan(),
            Answers.judge(
                record.trials().stream()
                    .map(trial -> Fit.review(RateReview.review(trial, record.plan())))
                    .map(StressReview::review)
                    .map(ChurnGrowth::review)
                    .toList()));
    Languages languages = new Languages(run.environment());
    List<CaseResult> rows = MachineSpeed.marked(Rows.of(run), run);
    RunAnalysis judged =
        new RunAnalysis(
            run,
            rows,
            Contrasts.of(rows, languages),
            Stream.concat(
                    RangeChecks.of(rows, thresholds, languages).stream(),
                    GrowthChecks.of(rows).stream())
                .toList(),
            Headlines.of(rows, languages, run.plan().setups()),
            List.of());
    return new RunAnalysis(
        judged.run(),
        judged.results(),
        judged.contrasts(),
        judged.checks(),
        judged.headlines(),
        RemarkRule.all().stream().flatMap(rule -> rule.remarks(judged).stream()).toList());
  }
}
