package org.bindbench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EffortTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aWarmUpIsMadeLongerAndNeverShorter() {
    Effort effort = effort(new WarmUp(SECOND, SECOND.multipliedBy(5)));
    Effort longer = effort.warmedAtLeast(SECOND.multipliedBy(4));
    assertThat(longer.warmUp()).isEqualTo(WarmUp.fixed(SECOND.multipliedBy(4)));
    assertThat(longer.measured()).isEqualTo(effort.measured());
    assertThat(effort.warmedAtLeast(SECOND.multipliedBy(2))).isSameAs(effort);
  }

  @Test
  void aScheduleIsWhatThePlanReckonsWith() {
    assertThat(effort(new WarmUp(SECOND, SECOND.multipliedBy(5))).onSchedule().warmUp())
        .isEqualTo(WarmUp.fixed(SECOND.multipliedBy(3)));
  }

  private static Effort effort(WarmUp warmUp) {
    return new Effort(
        8, false, warmUp, SECOND, SECOND, SECOND, 8, 1000, 1000, SECOND, Sizes.standard());
  }
}
