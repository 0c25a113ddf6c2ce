package org.bindbench.worker.protocol.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.bindbench.analysis.CaseResult;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.Bench;
import org.bindbench.worker.protocol.ScriptedGuest;
import org.bindbench.worker.protocol.ScriptedHeap;
import org.junit.jupiter.api.Test;

class LimitProtocolTest {
  private static final CaseDeclaration DECLARATION = Bench.declaration(BeyondLimit.PROTOCOL, 1);
  private static final long EMPTY_BYTES = 20L << 20;

  private long leftBytes;
  private boolean stillOut;
  private double answer = 7;

  @Test
  void aScriptThatCatchesItSaysWhatItCaught() {
    CaseResult row = row(() -> 1);
    assertThat(value(row, StressMetrics.CAUGHT_IN_SCRIPT)).isEqualTo(100);
    assertThat(value(row, StressMetrics.RAISED_IN_JAVA)).isZero();
    assertThat(value(row, StressMetrics.USABLE_AFTERWARDS)).isEqualTo(100);
    assertThat(row.capability().orElseThrow().saw())
        .isEqualTo("the script caught MemoryError; afterwards it works");
  }

  @Test
  void anErrorThatPassesTheScriptIsOneInJava() {
    CaseResult row =
        row(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(value(row, StressMetrics.CAUGHT_IN_SCRIPT)).isZero();
    assertThat(value(row, StressMetrics.RAISED_IN_JAVA)).isEqualTo(100);
    assertThat(row.capability().orElseThrow().saw()).contains("Java heap space");
  }

  @Test
  void aGuestWithAnotherAnswerAfterwardsIsNotUsable() {
    CaseResult row =
        row(
            () -> {
              answer = 8;
              return 1;
            });
    assertThat(value(row, StressMetrics.USABLE_AFTERWARDS)).isZero();
  }

  @Test
  void aGuestThatFailsAfterwardsIsNotUsableAndItsErrorIsTold() {
    CaseResult row =
        row(
            () -> {
              answer = Double.NEGATIVE_INFINITY;
              return 1;
            });
    assertThat(value(row, StressMetrics.USABLE_AFTERWARDS)).isZero();
  }

  @Test
  void whatIsLeftOfTheHeapIsHeldAgainstBefore() {
    CaseResult row =
        row(
            () -> {
              leftBytes = EMPTY_BYTES / 2;
              return 1;
            });
    assertThat(value(row, StressMetrics.LEFT_BEHIND)).isEqualTo(150);
  }

  @Test
  void whereMemoryIsStillOutNothingIsSaidOfWhatIsLeft() {
    CaseResult row =
        row(
            () -> {
              stillOut = true;
              return 1;
            });
    assertThat(row.summary(StressMetrics.LEFT_BEHIND.id())).isEmpty();
    assertThat(row.absent())
        .filteredOn(absent -> absent.metric().equals(StressMetrics.LEFT_BEHIND))
        .singleElement()
        .satisfies(absent -> assertThat(absent.reason()).contains("still out"));
    assertThat(value(row, StressMetrics.USABLE_AFTERWARDS)).isZero();
  }

  private long liveBytes() {
    if (stillOut) throw new OutOfMemoryError("Java heap space");
    return EMPTY_BYTES + leftBytes;
  }

  @Test
  void aCaseThatEndsBeforeMemoryIsOutIsWrong() {
    assertThatThrownBy(() -> row(() -> 0))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("must allocate without end");
  }

  @Test
  void whatTheScriptCaughtMustBeThatMemoryWasOut() {
    caught = "NameError: name 'make' is not defined";
    assertThatThrownBy(() -> row(() -> 1))
        .isInstanceOf(GuestException.class)
        .hasMessage("exhaust ended before memory was out, for what it caught is: " + caught);
  }

  private static double value(CaseResult row, Metric metric) {
    return row.summary(metric.id()).orElseThrow().value();
  }

  private CaseResult row(DoubleSupplier exhaust) {
    TrialOutcome outcome =
        Bench.measure(
            new LimitProtocol(),
            DECLARATION,
            new ScriptedGuest(new Exhausting(exhaust), () -> {}),
            new JvmMeter(new ScriptedHeap(this::liveBytes)),
            System::nanoTime,
            count -> List.of());
    return Bench.row(DECLARATION, outcome);
  }

  private String caught = "MemoryError";

  private final class Exhausting implements PreparedCase {
    private final DoubleSupplier exhaust;

    Exhausting(DoubleSupplier exhaust) {
      this.exhaust = exhaust;
    }

    @Override
    public double run(long operations) {
      if (Double.isInfinite(answer))
        throw new GuestException(GuestException.Kind.ERROR, "closed", "", "");
      return answer;
    }

    @Override
    public boolean has(String hook) {
      return true;
    }

    @Override
    public void keep(String hook, long count) {
      throw new AssertionError("not asked for");
    }

    @Override
    public double number(String hook) {
      return exhaust.getAsDouble();
    }

    @Override
    public String text(String hook) {
      return caught;
    }

    @Override
    public void release() {}
  }
}
