package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Capability;
import org.bindbench.model.Capability.Verdict;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialSpec;
import org.bindbench.worker.CapturedOutput;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.junit.jupiter.api.Test;

class CapabilityProtocolTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aProbesTextIsTheVerdict() {
    assertThat(judged(Map.of("probe", () -> "BROKEN: 3 of 4")))
        .isEqualTo(new Capability(Verdict.BROKEN, "3 of 4"));
  }

  @Test
  void aTextThatIsNoVerdictIsAnErrorAtTheCase() {
    assertThatThrownBy(() -> judged(Map.of("probe", () -> "fine")))
        .asInstanceOf(type(GuestException.class))
        .satisfies(
            e -> {
              assertThat(e.getMessage()).contains("\"fine\"");
              assertThat(e.location()).isEqualTo("/suite.py:12");
            });
  }

  @Test
  void aCaseThatCannotBeJudgedIsAnErrorThatNamesTheHooks() {
    assertThatThrownBy(() -> judged(Map.of("run", () -> 1)))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("probe, endless, exit and suspend");
  }

  @Test
  void anExitThatTheHostIsToldTwiceIsSupported() {
    assertThat(judged(Map.of("exit", CapabilityProtocolTest::exit)).verdict())
        .isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void anExitThatTheScriptSurvivesIsBroken() {
    Capability found = judged(Map.of("exit", () -> 5.0));
    assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(found.saw()).contains("went on with 5.0");
  }

  @Test
  void anInterpreterThatDoesNotOutliveAnExitIsBroken() {
    int[] calls = {0};
    Capability found =
        judged(
            Map.of(
                "exit",
                () -> {
                  if (calls[0]++ == 0) return exit();
                  throw new GuestException(GuestException.Kind.ERROR, "closed", "", "");
                }));
    assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(found.saw()).contains("closed");
  }

  @Test
  void aCoroutineThatIsAThreadAndNoDaemonIsBroken() {
    Suspended coroutine = new Suspended(false);
    assertThat(judged(coroutine.hooks()).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aCoroutineThatIsADaemonIsSupported() {
    Suspended coroutine = new Suspended(true);
    assertThat(judged(coroutine.hooks()).verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void aLoopThatEndsWhenItIsInterruptedIsSupported() {
    CountDownLatch told = new CountDownLatch(1);
    Guest guest =
        new NoGuest() {
          @Override
          public void interrupt(Duration within) {
            told.countDown();
          }
        };
    Capability found =
        judged(
            guest,
            Map.of(
                "endless",
                () -> {
                  boolean interrupted = false;
                  while (told.getCount() > 0) interrupted |= Thread.interrupted();
                  throw new GuestException(
                      GuestException.Kind.ERROR, "interrupted " + interrupted, "", "");
                }));
    assertThat(found.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(found.saw()).containsPattern("\\d+ ms");
  }

  @Test
  void aLoopThatRunsToItsOwnEndIsUnsupported() {
    Capability found =
        judged(
            Map.of(
                "endless",
                () -> {
                  double turns = 0;
                  while (!Thread.currentThread().isInterrupted()) turns++;
                  return turns;
                }));
    assertThat(found.verdict()).isEqualTo(Verdict.UNSUPPORTED);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aLoopThatFailsBeforeItIsInterruptedIsTheScriptsErrorAndNothingIsInterruptedLater() {
    AtomicInteger interruptions = new AtomicInteger();
    Guest counting =
        new NoGuest() {
          @Override
          public void interrupt(Duration within) {
            interruptions.incrementAndGet();
          }
        };
    assertThatThrownBy(
            () ->
                judged(
                    counting,
                    Map.of(
                        "endless",
                        () -> {
                          throw new GuestException(GuestException.Kind.ERROR, "typo", "", "");
                        })))
        .isInstanceOf(GuestException.class)
        .hasMessage("typo");
    assertThat(interruptions).hasValue(1);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static Object exit() {
    throw new GuestException(
        GuestException.Kind.ERROR, "the script ended itself with status 7", "", "");
  }

  /** A coroutine that lives until it is resumed. */
  private static final class Suspended {
    private final CountDownLatch resumed = new CountDownLatch(1);
    private final Thread thread;

    Suspended(boolean daemon) {
      thread = new Thread(this::awaitResumption);
      thread.setDaemon(daemon);
    }

    private void awaitResumption() {
      try {
        resumed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    Map<String, Supplier<Object>> hooks() {
      return Map.of(
          "suspend",
          () -> {
            thread.start();
            return 1.0;
          },
          "resume",
          () -> {
            resumed.countDown();
            return 1.0;
          });
    }
  }

  private static Capability judged(Map<String, Supplier<Object>> hooks) {
    return judged(new NoGuest(), hooks);
  }

  private static Capability judged(Guest guest, Map<String, Supplier<Object>> hooks) {
    Measurement measurement =
        new CapabilityProtocol().begin(lab(new GuestOf(guest, new Hooks(hooks))));
    assertThat(measurement.turn()).isFalse();
    return ((TrialOutcome.Completed) measurement.outcome()).capability().orElseThrow();
  }

  private static Lab lab(Guest guest) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("/suite.py"), 12, "c", "capability", "", List.of(), Map.of(), "", 0, "");
    TrialSpec spec =
        new TrialSpec(declaration, declaration.ids().get(0), "graalpy", BindingStyle.OWN, 1);
    Effort effort = new Effort(1, false, SECOND, SECOND, SECOND, SECOND, 8, 1, 1, SECOND);
    return new Lab(
        spec,
        effort,
        guest,
        new JvmMeter(),
        System::nanoTime,
        new CapturedOutput(OutputStream.nullOutputStream()),
        count -> List.of());
  }

  /** A guest with one case. */
  private static final class GuestOf extends NoGuest {
    private final Guest interrupted;
    private final PreparedCase only;

    GuestOf(Guest interrupted, PreparedCase only) {
      this.interrupted = interrupted;
      this.only = only;
    }

    @Override
    public PreparedCase prepare(CaseId id) {
      return only;
    }

    @Override
    public void interrupt(Duration within) {
      interrupted.interrupt(within);
    }
  }

  private record Hooks(Map<String, Supplier<Object>> hooks) implements PreparedCase {
    private Object call(String hook) {
      return java.util.Objects.requireNonNull(hooks.get(hook)).get();
    }

    @Override
    public double run(long operations) {
      throw new AssertionError("a probe is not measured");
    }

    @Override
    public boolean has(String hook) {
      return hooks.containsKey(hook);
    }

    @Override
    public void keep(String hook, long count) {
      throw new AssertionError("a probe keeps nothing");
    }

    @Override
    public double number(String hook) {
      return (Double) call(hook);
    }

    @Override
    public String text(String hook) {
      return (String) call(hook);
    }

    @Override
    public void release() {}
  }
}
