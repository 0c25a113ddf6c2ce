package org.bindbench.analysis.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.pairing.Fingerprint;
import org.bindbench.model.history.Commit;
import org.bindbench.report.SampleRuns;
import org.junit.jupiter.api.Test;

class RunEntryTest {
  private static final Commit COMMIT = new Commit("ab".repeat(20), "main", Commit.Tree.DIRTY);

  @Test
  void everyFigureOfEveryCompletedRowIsKept() {
    RunAnalysis run = SampleRuns.rich();
    RunEntry entry = RunEntry.of(run, Map.of(), Optional.of(COMMIT));
    List<CaseResult> completed = run.results().stream().filter(CaseResult::isCompleted).toList();
    assertThat(completed).isNotEmpty().hasSizeLessThan(run.results().size());
    assertThat(entry.figures())
        .hasSize(completed.stream().mapToInt(row -> row.summaries().size()).sum());
    assertThat(entry.figures()).extracting(PastFigure::key).doesNotHaveDuplicates();
    CaseResult first = completed.get(0);
    PastFigure figure = entry.figures().get(0);
    assertThat(figure.key())
        .isEqualTo(
            new SeriesKey(
                first.id().toString(),
                first.column(),
                first.summaries().get(0).metric(),
                first.isControl()));
    assertThat(figure.forkValues()).isEqualTo(first.summaries().get(0).forkValues());
    assertThat(figure.value()).isEqualTo(first.summaries().get(0).value());
    assertThat(figure.fingerprint()).isEqualTo(Fingerprint.of(run.run(), first, Map.of()));
  }

  @Test
  void theRunHasItsFactsAndHeadlines() {
    RunAnalysis run = SampleRuns.rich();
    RunEntry entry = RunEntry.of(run, Map.of(), Optional.of(COMMIT));
    assertThat(entry.run().id()).isEqualTo(run.run().id());
    assertThat(entry.run().commit()).contains(COMMIT);
    assertThat(entry.run().excluded()).isEmpty();
    assertThat(entry.run().seed()).isEqualTo(run.run().plan().seed());
    assertThat(entry.headlines()).hasSize(4 * run.headlines().size());
    assertThat(entry.headlines())
        .allSatisfy(
            headline ->
                assertThat(headline.value().isEmpty()).isEqualTo(!headline.reason().isEmpty()));
  }

  @Test
  void aCommitIsNamedByItsBeginningAndByItsChanges() {
    assertThat(COMMIT.title()).isEqualTo("ababababa+changes");
    assertThatThrownBy(() -> new Commit("HEAD", "", Commit.Tree.CLEAN))
        .hasMessageContaining("no hash of a commit: HEAD");
  }
}
