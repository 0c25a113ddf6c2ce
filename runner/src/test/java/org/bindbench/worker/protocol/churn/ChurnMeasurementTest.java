package org.bindbench.worker.protocol.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.churn.ChurnFinding;
import org.bindbench.analysis.churn.ChurnRow;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestException;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.ChurnSize;
import org.bindbench.model.Effort;
import org.bindbench.model.GcLoad;
import org.bindbench.model.LeakCycles;
import org.bindbench.model.Sizes;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WarmUp;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.worker.CapturedOutput;
import org.bindbench.worker.FreshGuests;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.Lab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol with guests that leave something behind on purpose, read by the real readings. */
class ChurnMeasurementTest {
  private static final int GUESTS = 30;

  /** Threads and files are those of this JVM: what other tests left may end meanwhile. */
  private static final double OTHERS = 0.2;

  private static final int WARM_UP = 1;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final List<InputStream> files = new ArrayList<>();
  private int opened;
  private int closed;
  private boolean ended;
  private long now;

  @AfterEach
  void letGo() throws IOException, InterruptedException {
    end.countDown();
    for (Thread thread : threads) thread.join();
    for (InputStream file : files) file.close();
  }

  @Test
  void guestsThatLeaveNothingHaveNoLeakAndAreAllClosed() {
    ChurnRow row = judged(() -> {});
    assertThat(row.contexts()).isEqualTo(GUESTS);
    assertThat(opened).isEqualTo(GUESTS + WARM_UP);
    assertThat(closed).isEqualTo(GUESTS + WARM_UP);
    assertThat(ended).isTrue();
    assertThat(row.leaks())
        .extracting(ChurnFinding::reading)
        .doesNotContain(ChurnReading.THREADS, ChurnReading.DESCRIPTORS);
    assertThat(growth(row, ChurnReading.THREADS)).isCloseTo(0, within(OTHERS));
  }

  @Test
  void aThreadThatStaysWithEveryGuestIsFound() {
    ChurnRow row = judged(this::leaveThread);
    assertThat(row.finding(ChurnReading.THREADS).orElseThrow().isLeak()).isTrue();
    assertThat(growth(row, ChurnReading.THREADS)).isCloseTo(1, within(OTHERS));
    assertThat(row.finding(ChurnReading.THREADS).orElseThrow().isLate()).isFalse();
  }

  @Test
  void aFileThatStaysOpenWithEveryGuestIsFound() {
    ChurnRow row = judged(this::leaveFile);
    Optional<ChurnFinding> descriptors = row.finding(ChurnReading.DESCRIPTORS);
    if (descriptors.isEmpty()) return; // a system that does not tell
    assertThat(descriptors.get().isLeak()).isTrue();
    assertThat(growth(row, ChurnReading.DESCRIPTORS)).isCloseTo(1, within(OTHERS));
  }

  @Test
  void threadsThatEndSomeTimeLaterAreTold() {
    Completed measured = measure(this::leaveThread, millis -> end());
    ChurnFinding found = row(measured, control()).finding(ChurnReading.THREADS).orElseThrow();
    assertThat(found.total()).isCloseTo(GUESTS, within(20 * OTHERS));
    assertThat(found.isLate()).isTrue();
  }

  @Test
  void theHeapAndNativeMemoryAreReadThroughTheirOwnDoors() {
    ChurnRow row = judged(() -> {});
    assertThat(row.finding(ChurnReading.LIVE_HEAP).orElseThrow().total())
        .isEqualTo(1_000_000.0 * GUESTS);
    assertThat(row.finding(ChurnReading.NATIVE).orElseThrow().total())
        .isEqualTo(100_000.0 * GUESTS);
    assertThat(row.finding(ChurnReading.category("Thread")).orElseThrow().total())
        .isEqualTo(100_000.0 * GUESTS);
    assertThat(row.finding(ChurnReading.category("Code")))
        .as("a part that never moved says nothing")
        .isEmpty();
  }

  @Test
  void aControlOpensNothing() {
    Completed control = control();
    assertThat(opened).isZero();
    assertThat(control.samples()).noneMatch(sample -> sample.metric().equals("open_time"));
  }

  @Test
  void noGuestIsOpenedOnceTheTimeIsOver() {
    Completed measured = measure(() -> now += Duration.ofSeconds(30).toNanos(), millis -> {});
    assertThat(opened).isEqualTo(4 + WARM_UP); // 4 × 30 s reach the limit of 2 minutes
    assertThat(row(measured, control()).contexts()).isEqualTo(4);
  }

  @Test
  void anotherAnswerThanThatOfTheFirstGuestIsWrong() {
    answerOfFresh = 8;
    assertThat(outcome(() -> {}, millis -> {}))
        .isEqualTo(
            new TrialOutcome.WrongAnswer(
                "run(1000) returned 7.0 in the guest that stays and 8.0 in a fresh one"));
    assertThat(closed).isEqualTo(1);
    assertThat(ended).isTrue();
  }

  @Test
  void aSharingThatIsNoneIsTheScriptsError() {
    assertThatThrownBy(() -> measurement(declaration("some", List.of()), () -> {}, millis -> {}))
        .isInstanceOf(GuestException.class)
        .hasMessage("s.c[sharing=some]: the parameter sharing must be one of shared, own");
  }

  private double answerOfFresh = 7;

  private void end() {
    end.countDown();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void leaveThread() {
    Thread thread =
        new Thread(
            () -> {
              try {
                end.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }

  private void leaveFile() {
    try {
      files.add(
          Files.newInputStream(Files.writeString(folder.resolve("f" + files.size()), "text")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double growth(ChurnRow row, ChurnReading reading) {
    return row.finding(reading).orElseThrow().perContext().orElseThrow().value();
  }

  private ChurnRow judged(Runnable leave) {
    return row(measure(leave, millis -> {}), control());
  }

  private Completed control() {
    int before = opened;
    Completed control =
        (Completed) run(measurement(declaration("", List.of("control")), () -> {}, millis -> {}));
    assertThat(opened).isEqualTo(before);
    return control;
  }

  private Completed measure(Runnable leave, LongConsumer pause) {
    return (Completed) outcome(leave, pause);
  }

  private TrialOutcome outcome(Runnable leave, LongConsumer pause) {
    return run(measurement(declaration("own", List.of()), leave, pause));
  }

  private static TrialOutcome run(ChurnMeasurement measurement) {
    while (measurement.turn()) {}
    return measurement.outcome();
  }

  private static ChurnRow row(Completed measured, Completed control) {
    CaseDeclaration own = declaration("own", List.of());
    CaseDeclaration idle = declaration("", List.of("control"));
    return ContextChurn.of(
            RunAnalyser.analyse(
                Trials.run(
                    List.of(
                        Trials.trial(own, "luaj", BindingStyle.OWN, 1, measured),
                        Trials.trial(idle, "luaj", BindingStyle.OWN, 1, control))),
                List.of()))
        .orElseThrow()
        .measured()
        .get(0);
  }

  private ChurnMeasurement measurement(
      CaseDeclaration declaration, Runnable leave, LongConsumer pause) {
    Effort effort =
        new Effort(
            1,
            false,
            WarmUp.fixed(SECOND),
            SECOND,
            SECOND,
            SECOND,
            8,
            1,
            1,
            SECOND,
            new Sizes(
                20,
                1,
                Sizes.standard().scalingSizes(),
                1,
                GcLoad.standard(),
                new ChurnSize(GUESTS, Duration.ofMinutes(2)),
                LeakCycles.standard()));
    Guest staying = new FakeGuest(() -> 7, () -> {});
    Lab lab =
        new Lab(
            new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1),
            effort,
            staying,
            new JvmMeter(),
            () -> now,
            new CapturedOutput(OutputStream.nullOutputStream()),
            count -> List.of(),
            sharing ->
                new FreshGuests(
                    () -> {
                      opened++;
                      leave.run();
                      return new FakeGuest(() -> answerOfFresh, () -> closed++);
                    },
                    () -> ended = true));
    JvmReadings readings =
        new JvmReadings(
            () -> {},
            () -> 80_000_000L + 1_000_000L * opened,
            () ->
                Optional.of(
                    new NativeMemory(
                        2_000_000_000L + 100_000L * opened,
                        Map.of("Thread", 9_000_000L + 100_000L * opened, "Code", 5_000_000L))));
    return new ChurnMeasurement(lab, readings, pause);
  }

  private static CaseDeclaration declaration(String sharing, List<String> tags) {
    return new CaseDeclaration(
        Path.of("/s.lua"),
        tags.isEmpty() ? 1 : 2,
        tags.isEmpty() ? "c" : "control",
        "churn",
        "contexts",
        tags,
        sharing.isEmpty() ? Map.of() : Map.of("sharing", List.of(sharing)),
        "",
        0,
        "");
  }
}
