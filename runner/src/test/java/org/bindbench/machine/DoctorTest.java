package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindbench.machine.Finding.Status;
import org.bindbench.model.JvmFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake launchers have no .exe")
class DoctorTest {
  private static final long GIB = 1L << 30;
  private static final MachineFacts GOOD = machine(8, 16 * GIB, 0.1, 0, "performance", -1, -1);

  @TempDir Path folder;
  FakeComputer computer;

  @BeforeEach
  void aComputer() {
    computer = new FakeComputer(folder);
  }

  @Test
  void onAGoodMachineEverythingIsOk() {
    computer.jvm("jvms/jdk-25", "25.0.3");
    assertThat(examine(GOOD))
        .allSatisfy(finding -> assertThat(finding.status()).isEqualTo(Status.OK))
        .extracting(Finding::topic)
        .containsExactly(
            "JVM",
            "JIT",
            "JVM not used",
            "cores",
            "memory",
            "load",
            "CPU governor",
            "swap",
            "cache");
  }

  @Test
  void aJvmThatWasFoundAndNotChosenIsListedWithTheReason() {
    computer.jvm("jvms/jdk-25", "25.0.3");
    assertThat(examine(GOOD))
        .filteredOn(finding -> finding.topic().equals("JVM not used"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message())
                    .contains("17.0.15, not chosen: Debian 17.0.15 is not Java 25"));
  }

  @Test
  @Tag("fault-26")
  void withoutAJvmFitForTheJitItSaysWhatToDo() {
    assertThat(examine(GOOD))
        .contains(
            Finding.advice(
                "JIT",
                "Python is interpreted only: Debian 17.0.15 is not Java 25.",
                "Install a JDK 25 (25.0.1 or later), or name one with --jvm."));
  }

  @Test
  void eachRefusedJvmIsListedWithItsReason() {
    Path old = computer.jvm("jvms/old", "11.0.2");
    assertThat(examine(GOOD))
        .contains(
            Finding.ok(
                "JVM not used",
                "%s (from %s) is Java 11.0.2, and workers need Java 17 or later."
                    .formatted(old, old.getParent())));
  }

  @Test
  void noJvmAtAllIsAProblem() {
    Jvms none = new Jvms(List.of(), 0, Path.of("/jvm"), List.of("JAVA_HOME"));
    assertThat(
            new Doctor(GIB)
                .examine(none, DoctorTest::unfit, GOOD, Cache.open(computer.surroundings())))
        .first()
        .extracting(Finding::status)
        .isEqualTo(Status.PROBLEM);
  }

  @Test
  void aSmallBusyLimitedMachineGetsAdviceWithFigures() {
    MachineFacts small = machine(1, 4 * GIB, 2.5, GIB / 2, "powersave", GIB + GIB / 4, 0.5);
    assertThat(examine(small))
        .filteredOn(finding -> finding.status() == Status.ADVICE)
        .extracting(Finding::topic, Finding::message)
        .contains(
            tuple("cores", "1 core to run on."),
            tuple("CPU limit", "The control group allows 0.50 CPUs' worth of time."),
            tuple("memory", "1.3 GiB to use, a worker's heap takes 1.0 GiB."),
            tuple("load", "Load average 2.50 over the last minute on 1 core."),
            tuple("CPU governor", "The processor's clock follows the governor 'powersave'."),
            tuple("swap", "0.50 GiB are swapped out."));
  }

  @Test
  void lessMemoryThanAWorkersHeapIsAProblem() {
    assertThat(examine(machine(2, 16 * GIB, 0, 0, "", GIB / 2, -1)))
        .contains(
            Finding.problem(
                "memory",
                "0.5 GiB to use, a worker's heap takes 1.0 GiB.",
                "Give it more memory: workers will not start."));
  }

  @Test
  void readingsThatAreNotToBeHadAreLeftOutOrSaidSo() {
    List<Finding> findings = examine(machine(2, -1, -1, -1, "", -1, -1));
    assertThat(findings)
        .extracting(Finding::topic)
        .doesNotContain("load", "swap", "CPU governor", "CPU limit", "memory limit");
    assertThat(findings)
        .extracting(Finding::message)
        .contains("How much memory there is could not be read.");
  }

  @Test
  @Tag("fault-31")
  void aCacheInAnotherPlaceIsExplained() {
    computer.home = computer.file("home-file", "");
    assertThat(examine(GOOD))
        .last()
        .satisfies(
            finding -> {
              assertThat(finding.status()).isEqualTo(Status.ADVICE);
              assertThat(finding.message()).contains("tmp/bindbench-me, because", "home-file");
            });
  }

  private List<Finding> examine(MachineFacts machine) {
    return new Doctor(GIB)
        .examine(computer.find(), DoctorTest::unfit, machine, Cache.open(computer.surroundings()));
  }

  private static Optional<String> unfit(JvmFacts jvm) {
    return jvm.feature() == 25 ? Optional.empty() : Optional.of(jvm.title() + " is not Java 25");
  }

  private static MachineFacts machine(
      int cores, long memory, double load, long swap, String governor, long limit, double quota) {
    return new MachineFacts(
        "Linux",
        "amd64",
        "",
        cores,
        memory,
        load,
        swap,
        governor,
        new ControlGroup(limit, quota, -1));
  }
}
