package org.bindbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindbench.engine.HostMemory;
import org.junit.jupiter.api.Test;

class OpeningMemoryTest {
  private int collections;

  @Test
  void whatIsLiveIsCollectedOnceForAllThatOpenTogetherAndAnewOnceTheyAreOpen() {
    OpeningMemory memory = new OpeningMemory(counting());
    for (int guest = 0; guest < 300; guest++) assertThat(memory.liveBytes()).isEqualTo(1);
    assertThat(collections).isEqualTo(1);
    memory.opened();
    assertThat(memory.liveBytes()).isEqualTo(2);
  }

  @Test
  void guestsThatOpenLaterAreToldWhatWasLiveBeforeTheFirst() {
    OpeningMemory memory = new OpeningMemory(counting());
    memory.opened();
    memory.opening();
    assertThat(memory.liveBytes()).isEqualTo(1);
    assertThat(collections).isEqualTo(1);
  }

  private HostMemory counting() {
    return new HostMemory() {
      @Override
      public long liveBytes() {
        return ++collections;
      }

      @Override
      public long peakBytes() {
        return 0;
      }

      @Override
      public void resetPeak() {}
    };
  }
}
