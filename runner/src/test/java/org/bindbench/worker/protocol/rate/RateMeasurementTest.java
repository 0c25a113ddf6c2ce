package org.bindbench.worker.protocol.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.Sizes;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WarmUp;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Phase;
import org.bindbench.model.metric.Sample;
import org.bindbench.worker.CapturedOutput;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.protocol.NoGuest;
import org.junit.jupiter.api.Test;

class RateMeasurementTest {
  private static final long NANOS_PER_OPERATION = 50;
  private static final Effort EFFORT =
      new Effort(
          1,
          false,
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofMillis(160),
          8,
          1,
          1,
          Duration.ofSeconds(1));

  private static final Effort SETTLING =
      new Effort(
          1,
          false,
          new WarmUp(Duration.ofSeconds(2), Duration.ofSeconds(9)),
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofMillis(160),
          8,
          1,
          1,
          Duration.ofSeconds(1),
          Sizes.standard());

  private long now;

  @Test
  void callsAreCalibratedToTheSegmentAndCountTheirOperations() {
    TrialOutcome.Completed done = completed(run(steady(), answer -> 7));
    List<Sample> measured =
        done.samples().stream().filter(sample -> sample.phase() == Phase.MEASURED).toList();
    assertThat(measured).isNotEmpty();
    for (Sample sample : measured) {
      assertThat(sample.value()).isBetween(19e6, 21e6);
      assertThat(sample.value() / sample.operations()).isEqualTo((double) NANOS_PER_OPERATION);
    }
  }

  @Test
  void warmUpLastsAsLongAsAskedAndIsKeptApart() {
    TrialOutcome.Completed done = completed(run(steady(), answer -> 7));
    assertThat(spent(done, Phase.WARM_UP)).isBetween(2.0, 2.2);
    assertThat(spent(done, Phase.MEASURED)).isBetween(1.0, 1.2);
    assertThat(done.samples()).extracting(Sample::iteration).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aLoopThatWorksScalesAndOneThatWasRemovedDoesNot() {
    assertThat(value(completed(run(steady(), answer -> 7)), "scaling")).isEqualTo(2);
    assertThat(value(completed(run(count -> 20_000_000, answer -> 7)), "scaling")).isEqualTo(1);
  }

  @Test
  void aLoopThatTakesNoTimeAtAllIsEliminatedAndEnds() {
    TrialOutcome outcome = run(count -> 60, answer -> 7);
    assertThat(outcome).isInstanceOf(TrialOutcome.Eliminated.class);
    assertThat(outcome.reason()).contains("2^40");
  }

  @Test
  void theAnswerIsReportedAndMustNotChange() {
    assertThat(value(completed(run(steady(), answer -> 42)), "answer")).isEqualTo(42);
    int[] calls = {0};
    TrialOutcome changed = run(steady(), answer -> calls[0]++);
    assertThat(changed).isInstanceOf(TrialOutcome.WrongAnswer.class);
    assertThat(changed.reason()).contains("returned 0 before");
  }

  @Test
  void anAnswerThatIsNoIntegerIsWrong() {
    for (double answer : new double[] {Double.NaN, 1.5, 0x1p60})
      assertThat(run(steady(), ignored -> answer)).isInstanceOf(TrialOutcome.WrongAnswer.class);
  }

  @Test
  void aWarmUpThatMaySettleEndsOnceItHas() {
    TrialOutcome.Completed done =
        completed(run(SETTLING, steady(), answer -> 7, Optional.empty(), () -> 0));
    assertThat(value(done, "warm_up_settled")).isEqualTo(1);
    assertThat(value(done, "warm_up_time")).isEqualTo(spent(done, Phase.WARM_UP)).isBetween(2., 3.);
  }

  @Test
  void aWarmUpThatMaySettleLastsToItsCapWhileCompilersWork() {
    TrialOutcome.Completed done =
        completed(run(SETTLING, steady(), answer -> 7, Optional.empty(), () -> now / 20));
    assertThat(value(done, "warm_up_settled")).isZero();
    assertThat(value(done, "warm_up_time")).isBetween(9., 9.6);
  }

  @Test
  void aFixedWarmUpIsNoFinding() {
    assertThat(completed(run(steady(), answer -> 7)).measures())
        .extracting(measure -> measure.metric().id())
        .doesNotContain("warm_up_settled", "warm_up_time", "planted_operations")
        .contains("cpu_nanos_per_operation");
  }

  /** The JVM's compilers tell their elapsed time, and only at the end of a compilation. */
  @Test
  void aCompilationLongerThanAllCpuTimeLeavesNoCpuTimeOfTheCase() {
    TrialOutcome.Completed done =
        completed(run(EFFORT, steady(), answer -> 7, Optional.empty(), () -> now));
    assertThat(done.absent())
        .singleElement()
        .satisfies(
            absent -> {
              assertThat(absent.metric()).isEqualTo(Metrics.CPU_PER_OPERATION);
              assertThat(absent.reason()).contains("compilation").contains("elapsed time");
            });
    assertThat(value(done, "cpu_per_wall")).isNotNegative();
  }

  @Test
  void plantedOperationsAreDoneAndNotCounted() {
    List<Long> asked = new ArrayList<>();
    TrialOutcome.Completed done =
        completed(
            run(
                EFFORT,
                count -> {
                  asked.add(count);
                  return NANOS_PER_OPERATION * count;
                },
                answer -> 7,
                Optional.of(0.25),
                () -> 0));
    List<Sample> measured =
        done.samples().stream().filter(sample -> sample.phase() == Phase.MEASURED).toList();
    assertThat(measured).isNotEmpty();
    assertThat(measured)
        .allSatisfy(
            sample -> {
              long real = Math.round(sample.operations() * 1.25);
              assertThat(sample.value()).isEqualTo((double) (NANOS_PER_OPERATION * real));
              assertThat(asked).contains(real);
            });
    assertThat(value(done, "planted_operations")).isEqualTo(25);
    assertThat(value(done, "scaling")).isBetween(1.99, 2.01);
    assertThat(asked.get(0)).isEqualTo(RateMeasurement.ANSWER_OPERATIONS);
  }

  private TrialOutcome run(LongToDoubleFunction nanos, LongToDoubleFunction answer) {
    return run(EFFORT, nanos, answer, Optional.empty(), () -> 0);
  }

  private TrialOutcome run(
      Effort effort,
      LongToDoubleFunction nanos,
      LongToDoubleFunction answer,
      Optional<Double> planted,
      LongSupplier compilerNanos) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("/s.lua"), 1, "c", "rate", "calls", List.of(), Map.of(), "", 0, "");
    Lab lab =
        new Lab(
            new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1),
            effort,
            new NoGuest(),
            new JvmMeter(),
            () -> now,
            new CapturedOutput(OutputStream.nullOutputStream()),
            count -> List.of());
    RateMeasurement measurement =
        new RateMeasurement(
            lab,
            new FakeCase() {
              @Override
              public double run(long operations) {
                now += (long) nanos.applyAsDouble(operations);
                return answer.applyAsDouble(operations);
              }
            },
            planted,
            compilerNanos);
    while (measurement.turn()) {}
    return measurement.outcome();
  }

  private static LongToDoubleFunction steady() {
    return operations -> NANOS_PER_OPERATION * operations;
  }

  private static TrialOutcome.Completed completed(TrialOutcome outcome) {
    assertThat(outcome).isInstanceOf(TrialOutcome.Completed.class);
    return (TrialOutcome.Completed) outcome;
  }

  private static double value(TrialOutcome.Completed done, String metric) {
    return done.measures().stream()
        .filter(measure -> measure.metric().id().equals(metric))
        .mapToDouble(Measure::value)
        .findFirst()
        .orElseThrow();
  }

  private static double spent(TrialOutcome.Completed done, Phase phase) {
    return done.samples().stream()
        .filter(sample -> sample.phase() == phase)
        .filter(sample -> sample.metric().equals(Metrics.ELAPSED_NANOS.id()))
        .mapToDouble(sample -> sample.value() / 1e9)
        .sum();
  }

  /** A case without hooks. */
  private abstract static class FakeCase implements PreparedCase {
    @Override
    public boolean has(String hook) {
      return hook.equals("run");
    }

    @Override
    public void keep(String hook, long count) {
      throw new AssertionError("not for rates");
    }

    @Override
    public double number(String hook) {
      throw new AssertionError("not for rates");
    }

    @Override
    public void release() {}
  }
}
