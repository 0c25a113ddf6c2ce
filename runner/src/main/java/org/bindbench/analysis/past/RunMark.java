package org.bindbench.analysis.past;

import java.time.Instant;
import java.util.Optional;
import org.bindbench.model.history.Commit;

/** Which run a reading is from. */
public record RunMark(String id, Instant startedAt, Optional<Commit> commit) {
  /** The mark of a run. */
  public static RunMark of(PastRun run) {
    return new RunMark(run.id(), run.startedAt(), run.commit());
  }

  /** {@code 1a2b3c4d5} or, where no commit is known, {@code run 20260101T…}. */
  public String title() {
    return commit.map(Commit::title).orElse("run " + id);
  }
}
