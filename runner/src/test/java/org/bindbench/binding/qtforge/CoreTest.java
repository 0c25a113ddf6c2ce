package org.bindbench.binding.qtforge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreTest {
  private final Core core = new Core(new SharedObjects());

  @Test
  void everyStepOfASimulationGetsWhatTheLastReturned() {
    List<Long> states = new ArrayList<>();
    long last =
        core.iterate(
            state -> {
              states.add(state);
              return state * 3 + 1;
            },
            5,
            3);
    assertThat(states).containsExactly(5L, 16L, 49L);
    assertThat(last).isEqualTo(148);
  }

  @Test
  void aSimulationWithoutStepsStaysAtItsStart() {
    assertThat(core.iterate(state -> state + 1, 7, 0)).isEqualTo(7);
  }

  @Test
  void aSimulationCannotRunBackwards() {
    assertThatThrownBy(() -> core.iterate(state -> state, 0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a simulation cannot run -1 times");
  }

  @Test
  void whatAStepThrowsEndsTheSimulation() {
    IllegalStateException failure = new IllegalStateException("no luck");
    List<Long> states = new ArrayList<>();
    assertThatThrownBy(
            () ->
                core.iterate(
                    state -> {
                      states.add(state);
                      throw failure;
                    },
                    0,
                    3))
        .isSameAs(failure);
    assertThat(states).containsExactly(0L);
  }
}
