package org.bindbench.model.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bindbench.model.TrialOutcome;
import org.junit.jupiter.api.Test;

class EndingTest {
  @Test
  void whatEndedForWantOfMemorySaysHow() {
    assertThat(of(new TrialOutcome.Completed(List.of(), List.of(), List.of())))
        .contains(Ending.COMPLETED);
    assertThat(of(heap("java.lang.OutOfMemoryError: Java heap space")))
        .contains(Ending.HEAP_EXHAUSTED);
    assertThat(of(heap("java.lang.OutOfMemoryError: GC overhead limit exceeded")))
        .contains(Ending.OVERHEAD);
    assertThat(of(new TrialOutcome.OutOfMemory("the system killed it", "killed")))
        .contains(Ending.KILLED);
    assertThat(of(new TrialOutcome.TimedOut("nothing came for 60 s", "")))
        .contains(Ending.TIMED_OUT);
    assertThat(of(new TrialOutcome.ScriptFailed("MemoryError", "", "")))
        .contains(Ending.SCRIPT_ERROR);
  }

  @Test
  void whatEndedBeforeTheCaseBeganDidNotStart() {
    assertThat(Ending.of(heap("java.lang.OutOfMemoryError: Java heap space"), false))
        .contains(Ending.NO_START);
    assertThat(
            Ending.of(
                new TrialOutcome.Crashed(
                    "the worker ended with exit code 1; its last line: Too small maximum heap",
                    1,
                    "log"),
                false))
        .contains(Ending.NO_START);
  }

  @Test
  void whatFailedForAnotherReasonSaysNothingOfMemory() {
    assertThat(of(new TrialOutcome.ScriptFailed("attempt to index nil", "", ""))).isEmpty();
    assertThat(of(new TrialOutcome.WrongAnswer("run(9) returned 1"))).isEmpty();
    assertThat(of(new TrialOutcome.Unsupported("no such facility"))).isEmpty();
    assertThat(of(new TrialOutcome.Skipped("interrupted", "again", true))).isEmpty();
    assertThat(of(new TrialOutcome.Crashed("SIGSEGV in the heap walker", 134, "hs_err"))).isEmpty();
    assertThat(Ending.of(new TrialOutcome.Crashed("exit code 70", 70, "log"), false)).isEmpty();
  }

  @Test
  void theNumbersInStoredRunsStayWhatTheyAre() {
    assertThat(List.of(Ending.values()))
        .containsExactly(
            Ending.COMPLETED,
            Ending.SCRIPT_ERROR,
            Ending.HEAP_EXHAUSTED,
            Ending.OVERHEAD,
            Ending.KILLED,
            Ending.NO_START,
            Ending.TIMED_OUT);
    assertThat(Ending.numbered(5)).isEqualTo(Ending.NO_START);
  }

  private static Optional<Ending> of(TrialOutcome outcome) {
    return Ending.of(outcome, true);
  }

  private static TrialOutcome heap(String reason) {
    return new TrialOutcome.OutOfMemory(reason, "heap");
  }
}
