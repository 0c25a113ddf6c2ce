package org.bindbench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GuestCompilersTest {
  private final List<Long> pauses = new ArrayList<>();

  @Test
  void restIsWhatIsSeenThreeTimesInARow() {
    Deque<Boolean> busy = new ArrayDeque<>(List.of(true, false, false, true, false, false, false));
    GuestCompilers.awaitRest(busy::remove, pauses::add);
    assertThat(busy).isEmpty();
    assertThat(pauses).hasSize(7).containsOnly(10L);
  }

  @Test
  void compilersThatNeverRestAreLetBe() {
    GuestCompilers.awaitRest(() -> true, pauses::add);
    assertThat(pauses).hasSize(GuestCompilers.MOST_LOOKS);
  }

  @Test
  void aCompilersThreadIsKnownByItsNameAndBusyUnlessItWaits() throws InterruptedException {
    assertThat(GuestCompilers.areThere()).isFalse();
    assertThat(GuestCompilers.areBusy()).isFalse();
    CountDownLatch ended = new CountDownLatch(1);
    Thread waiting = started("TruffleCompilerThread-7", ended);
    while (waiting.getState() != Thread.State.WAITING) Thread.onSpinWait();
    assertThat(GuestCompilers.areThere()).isTrue();
    assertThat(GuestCompilers.areBusy()).isFalse();
    AtomicBoolean done = new AtomicBoolean();
    Thread working =
        new Thread(
            () -> {
              while (!done.get()) Thread.onSpinWait();
            },
            "TruffleCompilerThread-8");
    working.start();
    assertThat(GuestCompilers.areBusy()).isTrue();
    assertThat(GuestCompilers.cpuNanos()).containsKeys(ids(waiting, working));
    done.set(true);
    ended.countDown();
    working.join();
    waiting.join();
    assertThat(GuestCompilers.areThere()).isFalse();
  }

  private static Long[] ids(Thread... threads) {
    return List.of(threads).stream().map(Thread::getId).toArray(Long[]::new);
  }

  private static Thread started(String name, CountDownLatch until) {
    Thread thread =
        new Thread(
            () -> {
              try {
                until.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            name);
    thread.start();
    return thread;
  }
}
