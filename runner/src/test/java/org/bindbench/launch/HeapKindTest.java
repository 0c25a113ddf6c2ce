package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.StressMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heaps by protocol, and the end of a worker that was the question. */
class HeapKindTest {
  private static final String EXIT = "-XX:+ExitOnOutOfMemoryError";

  @Test
  void usuallyTheHeapIsOfOneSizeAndAFullOneEndsTheProcess() {
    assertThat(options("rate", "parallel")).contains("-Xms1g", "-Xmx1g", EXIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {StressMetrics.PRESSURE, StressMetrics.FRAGMENTATION, BeyondLimit.PROTOCOL})
  void whereAFullHeapIsTheQuestionItIsAnErrorInsideTheProcess(String protocol) {
    assertThat(options(protocol, "g1"))
        .doesNotContain(EXIT)
        .anyMatch(option -> option.startsWith("-Xmx"));
  }

  @Test
  void underPressureNoErrorIsRaisedOnlyBecauseCollectingTakesLong() {
    assertThat(options(StressMetrics.PRESSURE, "parallel")).contains("-XX:-UseGCOverheadLimit");
    assertThat(options(BeyondLimit.PROTOCOL, "parallel")).doesNotContain("-XX:-UseGCOverheadLimit");
  }

  @Test
  void aHeapThatMayShrinkHasNoFixedSizeAndWhatItsCollectorNeedsForThat() {
    assertThat(options(RecoveryMetrics.GIVEN_BACK, "g1"))
        .contains("-Xms64m", "-Xmx1g", "-XX:MaxHeapFreeRatio=30", "-XX:G1PeriodicGCInterval=1000");
    assertThat(options(RecoveryMetrics.GIVEN_BACK, "serial"))
        .contains("-XX:MaxHeapFreeRatio=30")
        .noneMatch(option -> option.startsWith("-XX:G1"));
    assertThat(options(RecoveryMetrics.GIVEN_BACK, "parallel"))
        .contains("-XX:MaxHeapFreeRatio=30", "-XX:+UseAdaptiveSizePolicyWithSystemGC");
    assertThat(options(RecoveryMetrics.GIVEN_BACK, "zgc")).contains("-XX:ZUncommitDelay=1");
  }

  @Test
  void theUsersOwnOptionsComeLast() {
    List<String> options = options(HeapKind.PRESSED, "-Xmx2g");
    assertThat(options).endsWith("-Xmx2g").contains("-Xmx512m");
  }

  @Test
  void whereLeaksAreReadTheEnginesCompilerLeavesTheHeapAlone() {
    HeapKind heap = ProtocolNeeds.of(LeakMetrics.PROTOCOL).heap();
    assertThat(ProtocolNeeds.of(LeakEvidence.PROTOCOL).heap()).isEqualTo(heap);
    assertThat(options(heap, "-Dcompiler=as-usual"))
        .containsSubsequence("-Xmx1g", "-Dengine=on", "-Dcompiler=still", "-Dcompiler=as-usual");
    assertThat(options(HeapKind.FIXED)).contains("-Dengine=on").doesNotContain("-Dcompiler=still");
  }

  @Test
  void whereGuestsComeAndGoTheEnginesCompilerKeepsNothingWhileItRests() {
    assertThat(options(ProtocolNeeds.of(ChurnMetrics.PROTOCOL).heap(), "-Dcompiler=as-usual"))
        .containsSubsequence("-Xmx1g", "-Dengine=on", "-Dcompiler=resting", "-Dcompiler=as-usual")
        .doesNotContain("-Dcompiler=still");
  }

  private static List<String> options(HeapKind heap, String... extra) {
    WorkerJvm jvm =
        new WorkerJvm(
            "",
            new JvmFacts(Path.of("/jdk"), "25.0.3", "Temurin", "HotSpot"),
            "",
            "parallel",
            Map.of(
                "graalpy",
                new EngineOptions(
                    List.of("-Dengine=on"),
                    List.of("-Dcompiler=resting"),
                    List.of("-Dcompiler=still"))),
            List.of(extra));
    return jvm.options("graalpy", heap, List.of(), Path.of("/logs"));
  }

  @Test
  void aProcessThatEndsForWantOfMemoryIsTheResultOfATrialThatAskedForIt() {
    TrialOutcome judged =
        ExpectedEnd.judged(
            trial(BeyondLimit.PROTOCOL),
            BeyondLimit.EXHAUSTING,
            new TrialOutcome.OutOfMemory("the system killed the worker", "killed"));
    assertThat(judged).isInstanceOf(Completed.class);
    assertThat(judged.isError()).isFalse();
    assertThat(((Completed) judged).measures())
        .contains(
            new Measure(StressMetrics.PROCESS_ENDED, 100),
            new Measure(StressMetrics.USABLE_AFTERWARDS, 0));
    assertThat(((Completed) judged).capability().orElseThrow().saw())
        .isEqualTo("the process ended: the system killed the worker");
  }

  @Test
  void anyOtherEndIsTheFailureThatItIs() {
    TrialOutcome crash = new TrialOutcome.Crashed("signal SEGV", 139, "");
    TrialOutcome silence = new TrialOutcome.TimedOut("nothing came", "");
    assertThat(ExpectedEnd.judged(trial("rate"), BeyondLimit.EXHAUSTING, crash)).isSameAs(crash);
    assertThat(ExpectedEnd.judged(trial(BeyondLimit.PROTOCOL), "starting", crash)).isSameAs(crash);
    assertThat(ExpectedEnd.judged(trial(BeyondLimit.PROTOCOL), BeyondLimit.EXHAUSTING, silence))
        .isSameAs(silence);
  }

  private static List<String> options(String protocol, String collector) {
    return ProtocolNeeds.of(protocol).heap().options(collector);
  }

  private static TrialSpec trial(String protocol) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("s.lua"), 1, "case", protocol, "", List.of(), Map.of(), "", 0, "");
    return new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1);
  }
}
