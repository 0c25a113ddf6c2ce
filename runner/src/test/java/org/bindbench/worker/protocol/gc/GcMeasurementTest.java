package org.bindbench.worker.protocol.gc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.CapturedOutput;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.flight.LoadFigures;
import org.bindbench.worker.flight.LoadWatch;
import org.bindbench.worker.protocol.NoGuest;
import org.junit.jupiter.api.Test;

class GcMeasurementTest {
  private static final long NANOS_PER_OPERATION = 1000;

  private final List<String> log = new ArrayList<>();
  private long now;

  @Test
  void theRecordingStartsBeforeTheWarmUpAndOnlyTheLoadLiesInTheWindow() {
    TrialOutcome outcome = outcome(done -> 42, this::steady);
    assertThat(outcome).isInstanceOf(TrialOutcome.Completed.class);
    assertThat(log)
        .containsSubsequence("run", "start", "run", "begin", "run", "end", "stop", "run", "close");
    assertThat(log.subList(0, log.indexOf("start"))).containsExactly("run"); // the answer
    assertThat(log.subList(log.indexOf("end"), log.size()))
        .containsExactly("end", "stop", "run", "close");
  }

  @Test
  void warmUpAndLoadLastAsLongAsTheyShould() {
    TrialOutcome.Completed done = (TrialOutcome.Completed) outcome(each -> 42, this::steady);
    assertThat(seconds(done, Phase.WARM_UP)).isBetween(2.0, 2.3);
    assertThat(seconds(done, Phase.MEASURED)).isBetween(3.0, 3.1);
  }

  @Test
  void anAnswerThatChangesUnderLoadIsWrong() {
    TrialOutcome changed = outcome(done -> now, this::steady);
    assertThat(changed).isInstanceOf(TrialOutcome.WrongAnswer.class);
    assertThat(changed.reason()).startsWith("run(1000) returned 0").contains("before the load");
  }

  @Test
  void anAnswerThatIsNoIntegerEndsItBeforeAnythingIsRecorded() {
    assertThat(outcome(done -> 1.5, this::steady)).isInstanceOf(TrialOutcome.WrongAnswer.class);
    assertThat(log).doesNotContain("start");
  }

  @Test
  void workThatTakesNoTimeIsEliminatedAndTheRecordingClosed() {
    assertThat(outcome(done -> 42, operations -> 60)).isInstanceOf(TrialOutcome.Eliminated.class);
    assertThat(log).endsWith("close").doesNotContain("stop");
  }

  @Test
  void aScriptThatFailsUnderLoadLeavesNoRecordingBehind() {
    assertThatThrownBy(
            () ->
                outcome(
                    done -> 42,
                    operations -> {
                      if (log.contains("begin"))
                        throw new GuestException(GuestException.Kind.ERROR, "no more", "", "");
                      return NANOS_PER_OPERATION * operations;
                    }))
        .isInstanceOf(GuestException.class);
    assertThat(log).endsWith("close");
  }

  private double steady(long operations) {
    return NANOS_PER_OPERATION * operations;
  }

  private TrialOutcome outcome(LongToDoubleFunction answer, LongToDoubleFunction nanos) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("/s.lua"), 1, "c", "gc", "batches", List.of(), Map.of(), "", 0, "");
    Effort effort =
        new Effort(
            1,
            false,
            Duration.ofSeconds(9),
            Duration.ofSeconds(9),
            Duration.ofMillis(250),
            Duration.ofMillis(160),
            8,
            1,
            1,
            Duration.ofSeconds(9));
    Lab lab =
        new Lab(
            new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1),
            effort,
            new NoGuest(),
            new JvmMeter(),
            () -> now,
            new CapturedOutput(OutputStream.nullOutputStream()),
            count -> List.of());
    GcMeasurement measurement = new GcMeasurement(lab, new Only(answer, nanos), FakeWatch::new);
    while (measurement.turn()) {}
    return measurement.outcome();
  }

  private static double seconds(TrialOutcome.Completed done, Phase phase) {
    return done.samples().stream()
            .filter(sample -> sample.phase() == phase)
            .filter(sample -> sample.metric().equals("elapsed_nanos"))
            .mapToDouble(Sample::value)
            .sum()
        / 1e9;
  }

  private final class FakeWatch implements LoadWatch {
    FakeWatch() {
      log.add("start");
    }

    @Override
    public void begin() {
      log.add("begin");
    }

    @Override
    public void end() {
      log.add("end");
    }

    @Override
    public LoadFigures stop(long operations, long callNanos) {
      log.add("stop");
      assertThat(callNanos).isEqualTo(NANOS_PER_OPERATION * operations);
      return new LoadFigures(List.of(), List.of(), List.of());
    }

    @Override
    public void close() {
      log.add("close");
    }
  }

  private final class Only implements PreparedCase {
    private final LongToDoubleFunction answer;
    private final LongToDoubleFunction nanos;

    Only(LongToDoubleFunction answer, LongToDoubleFunction nanos) {
      this.answer = answer;
      this.nanos = nanos;
    }

    @Override
    public double run(long operations) {
      log.add("run");
      double answered = answer.applyAsDouble(operations);
      now += (long) nanos.applyAsDouble(operations);
      return answered;
    }

    @Override
    public boolean has(String hook) {
      return hook.equals("run");
    }

    @Override
    public void keep(String hook, long count) {
      throw new AssertionError("not under load");
    }

    @Override
    public double number(String hook) {
      throw new AssertionError("not under load");
    }

    @Override
    public void release() {}
  }
}
