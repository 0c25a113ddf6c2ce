package org.bindbench.analysis.stress;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.model.TrialOutcome.Completed;

/** The steps of rows. */
public final class Ladders {
  private Ladders() {}

  /** The ladder of a row over its forks; without steps where none of them has any. */
  public static Ladder of(CaseResult row) {
    List<Ladder> forks =
        row.trials().stream()
            .flatMap(
                trial ->
                    trial.outcome() instanceof Completed completed
                        ? java.util.stream.Stream.of(Ladder.of(completed.samples()))
                        : java.util.stream.Stream.empty())
            .toList();
    return Ladder.middle(forks);
  }
}
