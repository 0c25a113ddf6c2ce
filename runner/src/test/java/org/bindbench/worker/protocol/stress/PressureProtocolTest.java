package org.bindbench.worker.protocol.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.stress.Ladder;
import org.bindbench.analysis.stress.Ladders;
import org.bindbench.analysis.stress.Step;
import org.bindbench.engine.GuestException;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.StepEnd;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.Bench;
import org.bindbench.worker.protocol.ScriptedCase;
import org.bindbench.worker.protocol.ScriptedGuest;
import org.bindbench.worker.protocol.ScriptedHeap;
import org.bindbench.worker.protocol.ScriptedView;
import org.junit.jupiter.api.Test;

/** On a clock and a heap of its own: a block that is held has 100 KiB, an operation takes 1 µs. */
class PressureProtocolTest {
  private static final CaseDeclaration DECLARATION = Bench.declaration("pressure", 1);
  private static final long EMPTY_BYTES = 5L << 20;
  private static final long BLOCK_BYTES = 100 << 10;

  /** So quick that every call of run has more operations than hold is ever asked for. */
  private static final long NANOS_PER_OPERATION = 4;

  private final ScriptedView view = new ScriptedView();
  private final List<Object> kept = new ArrayList<>();
  private long now;
  private long slowdown = 1;

  @Test
  void everyStepHoldsItsShareOfTheHeapAndPasses() {
    Ladder ladder = ladder(n -> n);
    assertThat(ladder.steps())
        .extracting(Step::size)
        .containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 95L);
    assertThat(ladder.steps())
        .allSatisfy(
            step -> {
              assertThat(step.passed()).isTrue();
              assertThat(step.liveBytes())
                  .isCloseTo(step.size() / 100.0 * view.maxBytes, within(BLOCK_BYTES * 1.0));
              assertThat(step.throughput()).isCloseTo(1e9 / NANOS_PER_OPERATION, within(1e7));
            });
    assertThat(row(n -> n).summary(StressMetrics.STABILITY.id()).orElseThrow().value())
        .isCloseTo(100, within(1e-6));
  }

  @Test
  void stepsThatAreLiveAlreadyAreNotPlanned() {
    kept.add(2_500L); // 244 of 1000 MiB
    assertThat(ladder(n -> n).steps().get(0).size()).isEqualTo(30);
  }

  @Test
  void blocksThatKeepNothingAreAnErrorOfTheCase() {
    assertThatThrownBy(() -> ladder(n -> n == 1000 ? 1000 : 0))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("hold(n)");
  }

  @Test
  void memoryThatRunsOutEndsTheLadderAndTheRestIsNotTried() {
    CaseResult row = row(this::fullAt600Mebibytes);
    assertThat(Ladders.of(row).steps())
        .extracting(Step::end)
        .startsWith(StepEnd.PASSED)
        .endsWith(StepEnd.OUT_OF_MEMORY, StepEnd.NOT_TRIED, StepEnd.NOT_TRIED, StepEnd.NOT_TRIED);
    assertThat(row.summary(StressMetrics.PRESSURE_REACHED.id()).orElseThrow().value())
        .isEqualTo(60);
    assertThat(row.summary(StressMetrics.STABILITY.id()).orElseThrow().value())
        .isCloseTo((60 + 100) / 2.0, within(0.5));
    assertThat(kept).isEmpty();
  }

  /** A call that does not come back is ended from outside, and all of the ladder is lost. */
  @Test
  void callsAreShortWhereNearlyNothingIsFree() {
    long[] longest = {0};
    row(
        n -> {
          slowdown = live() > 900L << 20 ? 1000 : 1;
          if (slowdown > 1 && n > 2000) longest[0] = Math.max(longest[0], n);
          return n;
        });
    long step = Duration.ofMillis(50).toNanos();
    assertThat(longest[0] * NANOS_PER_OPERATION * 1000).isPositive().isLessThan(step);
  }

  @Test
  void aWrongAnswerEndsTheLadderToo() {
    Ladder ladder = ladder(n -> n == 1000 && live() > 550L << 20 ? 999 : n);
    assertThat(ladder.failed().orElseThrow().end()).isEqualTo(StepEnd.WRONG);
    assertThat(ladder.reached().orElseThrow().size()).isEqualTo(50);
  }

  @Test
  void theShareOfTheCollectorIsThatOfTheStepsOwnTime() {
    Ladder ladder =
        ladder(
            n -> {
              view.collectingNanos += n * NANOS_PER_OPERATION / 4;
              return n;
            });
    assertThat(ladder.steps())
        .allSatisfy(step -> assertThat(step.collecting()).isCloseTo(25, within(0.5)));
  }

  @Test
  void whatIsSlowerAtTheEndKeepsThatMuchOfItsSpeed() {
    CaseResult row =
        row(
            n -> {
              slowdown = live() > 700L << 20 ? 4 : 1;
              return n;
            });
    assertThat(row.summary(StressMetrics.THROUGHPUT_KEPT.id()).orElseThrow().value())
        .isCloseTo(25, within(1.0));
  }

  @Test
  void anErrorOfTheScriptIsNoLackOfMemory() {
    assertThatThrownBy(
            () ->
                ladder(
                    n -> {
                      if (live() > 300L << 20) throw error("the script is wrong");
                      return n;
                    }))
        .isInstanceOf(GuestException.class)
        .hasMessage("the script is wrong");
  }

  @Test
  void theEnginesOwnWordForALackOfMemoryIsOne() {
    Ladder ladder =
        ladder(
            n -> {
              if (live() > 300L << 20) throw error("MemoryError: Java heap space");
              return n;
            });
    assertThat(ladder.failed().orElseThrow().end()).isEqualTo(StepEnd.OUT_OF_MEMORY);
  }

  private static GuestException error(String message) {
    return new GuestException(GuestException.Kind.ERROR, message, "", "");
  }

  private long fullAt600Mebibytes(long n) {
    boolean held = n != 1000 && n < 2000; // calls of run have other numbers
    if (held && live() + n * BLOCK_BYTES > 630L << 20)
      throw new OutOfMemoryError("Java heap space");
    return n;
  }

  private long live() {
    return EMPTY_BYTES + BLOCK_BYTES * kept.stream().mapToLong(each -> (Long) each).sum();
  }

  private Ladder ladder(LongUnaryOperator make) {
    return Ladders.of(row(make));
  }

  private CaseResult row(LongUnaryOperator make) {
    ScriptedCase only =
        new ScriptedCase(
            n -> {
              long made = make.applyAsLong(n);
              now += n * NANOS_PER_OPERATION * slowdown;
              return made;
            },
            Map.of("hold", () -> 0),
            () -> {},
            kept);
    TrialOutcome outcome =
        Bench.measure(
            new PressureProtocol(view),
            DECLARATION,
            new ScriptedGuest(only, () -> {}),
            new JvmMeter(new ScriptedHeap(this::live)),
            () -> now,
            count -> List.of());
    return Bench.row(DECLARATION, outcome);
  }
}
