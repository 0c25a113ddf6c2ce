package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.TrialOutcome;
import org.junit.jupiter.api.Test;

class RoundsTest {
  @Test
  void theFirstRoundIsDroppedAndTheMedianIsThatOfTheRest() {
    Scripted rounds =
        new Scripted(
            List.of(
                Optional.of(900.0),
                Optional.of(3.0),
                Optional.of(1.0),
                Optional.of(2.0),
                Optional.of(700.0)));
    while (rounds.turn()) {}
    assertThat(rounds.counted()).containsExactly(3.0, 1.0, 2.0);
    assertThat(rounds.median(value -> value)).isEqualTo(2.0);
  }

  @Test
  void aRoundThatMakesNoSenseEndsTheMeasurement() {
    Scripted rounds = new Scripted(List.of(Optional.of(1.0), Optional.empty(), Optional.of(2.0)));
    assertThat(rounds.turn()).isTrue();
    assertThat(rounds.turn()).isFalse();
    assertThat(rounds.counted()).isEmpty();
  }

  @Test
  void progressSaysWhichRoundIsNext() {
    Scripted rounds = new Scripted(List.of(Optional.of(1.0), Optional.of(1.0)));
    assertThat(rounds.next()).isEqualTo("first round, dropped");
    rounds.turn();
    assertThat(rounds.next()).isEqualTo("round 1 of 3");
  }

  private static final class Scripted extends Rounds<Double> {
    private final Iterator<Optional<Double>> values;

    Scripted(List<Optional<Double>> values) {
      this.values = values.iterator();
    }

    @Override
    Optional<Double> round() {
      return values.next();
    }

    @Override
    public TrialOutcome outcome() {
      throw new AssertionError("not asked for");
    }
  }
}
