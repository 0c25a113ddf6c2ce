package org.bindbench.worker.protocol.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bindbench.analysis.CaseResult;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.Bench;
import org.bindbench.worker.protocol.ScriptedCase;
import org.bindbench.worker.protocol.ScriptedGuest;
import org.bindbench.worker.protocol.ScriptedHeap;
import org.bindbench.worker.protocol.ScriptedView;
import org.junit.jupiter.api.Test;

/** Objects of 10 KiB on a heap of 1000 MiB, and a JVM that gives back what the test says. */
class GivenBackProtocolTest {
  private static final CaseDeclaration DECLARATION = Bench.declaration("given_back", 1);
  private static final long MEBI = 1L << 20;
  private static final long EMPTY_BYTES = 20 * MEBI;
  private static final long OBJECT_BYTES = 10 << 10;

  private final ScriptedView view = new ScriptedView();
  private final List<Object> kept = new ArrayList<>();
  private long now;
  private long releasedAt = Long.MAX_VALUE;

  @Test
  void heapIsTakenUpToTwoFifthsAndWhatIsGivenBackIsItsShare() {
    CaseResult row = row(100 * MEBI, 0);
    assertThat(value(row, RecoveryMetrics.COMMITTED_WITH)).isBetween(400.0 * MEBI, 450.0 * MEBI);
    assertThat(value(row, RecoveryMetrics.HEAP_GIVEN_BACK)).isBetween(75.0, 85.0);
  }

  @Test
  void aHeapThatStaysTakenGivesBackNothing() {
    assertThat(value(row(500 * MEBI, 0), RecoveryMetrics.HEAP_GIVEN_BACK)).isZero();
  }

  @Test
  void theTimeIsThatOfTheLastShrinking() {
    CaseResult row = row(50 * MEBI, 1_000_000_000L);
    assertThat(value(row, RecoveryMetrics.HEAP_GIVEN_BACK)).isGreaterThan(85);
    assertThat(value(row, RecoveryMetrics.GIVEN_BACK_AFTER)).isCloseTo(1000, within(60.0));
  }

  @Test
  void theProcessIsToldWhereTheSystemTellsIt() {
    assertThat(row(100 * MEBI, 0).missing(RecoveryMetrics.PROCESS_GIVEN_BACK.id()))
        .startsWith("unsupported");
    view.residentBytes = OptionalLong.of(7);
    assertThat(row(100 * MEBI, 0).missing(RecoveryMetrics.PROCESS_GIVEN_BACK.id()))
        .isEqualTo("the process did not grow with the objects");
  }

  @Test
  void aHeapOfAFixedSizeCannotGiveBackAnything() {
    CaseResult row = row(-1, 0);
    assertThat(row.status()).isEqualTo("UNSUPPORTED");
    assertThat(row.reason()).contains("-Xms");
  }

  private static double value(CaseResult row, Metric metric) {
    return row.summary(metric.id()).orElseThrow().value();
  }

  /**
   * A row whose heap is committed as it is used, and down to so many bytes once released.
   *
   * @param least −1 for a heap of one size
   */
  private CaseResult row(long least, long delayNanos) {
    kept.clear();
    releasedAt = Long.MAX_VALUE;
    view.committedBytes = least < 0 ? view.maxBytes : 30 * MEBI;
    ScriptedCase only =
        new ScriptedCase(
            n -> {
              if (least >= 0)
                view.committedBytes = Math.max(view.committedBytes, live() + n * OBJECT_BYTES);
              return n * OBJECT_BYTES;
            },
            Map.of(),
            () -> releasedAt = now,
            kept);
    return Bench.row(
        DECLARATION,
        Bench.measure(
            new GivenBackProtocol(
                view,
                nanos -> {
                  now += nanos;
                  if (now - releasedAt >= delayNanos && least >= 0)
                    view.committedBytes = Math.min(view.committedBytes, least);
                }),
            DECLARATION,
            new ScriptedGuest(only, () -> {}),
            new JvmMeter(new ScriptedHeap(this::live)),
            () -> now,
            count -> List.of()));
  }

  private long live() {
    return EMPTY_BYTES + kept.stream().mapToLong(each -> (Long) each).sum();
  }
}
