package org.bindbench.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.cli.compare.Selfchecking.Wanted;
import org.junit.jupiter.api.Test;

class SelfcheckingTest {
  private static final List<Wanted> WANTED = List.of(new Wanted(0, 4), new Wanted(0.1, 2));

  @Test
  void theKindOfWhichTheSmallestShareIsThereComesNext() {
    List<CheckedRun> runs = new ArrayList<>();
    List<Double> planted = new ArrayList<>();
    for (Optional<Wanted> next = Selfchecking.next(WANTED, runs);
        next.isPresent();
        next = Selfchecking.next(WANTED, runs)) {
      planted.add(next.get().planted());
      runs.add(run(next.get().planted()));
    }
    assertThat(planted).containsExactly(0.0, 0.1, 0.0, 0.0, 0.1, 0.0);
  }

  @Test
  void runsOfEarlierCommandsCount() {
    assertThat(Selfchecking.next(WANTED, List.of(run(0), run(0), run(0), run(0))))
        .contains(WANTED.get(1));
    assertThat(
            Selfchecking.next(
                WANTED, List.of(run(0), run(0), run(0), run(0), run(0.1), run(0.1), run(0.1))))
        .isEmpty();
  }

  @Test
  void aKindOfWhichNoneIsWantedNeverComes() {
    assertThat(Selfchecking.next(List.of(new Wanted(0, 0)), List.of())).isEmpty();
  }

  private static CheckedRun run(double planted) {
    return new CheckedRun(1, planted, 8, Instant.EPOCH, Duration.ofMinutes(1), List.of());
  }
}
