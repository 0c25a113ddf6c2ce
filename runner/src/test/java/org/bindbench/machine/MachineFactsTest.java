package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFactsTest {
  private static final MachineFacts UNREADABLE =
      new MachineFacts("Plan 9", "mips", "", 1, -1, -1, -1, "", ControlGroup.NONE);

  @TempDir Path folder;

  @Test
  void thisComputerCanBeReadAndNothingUnknownIsZero() {
    MachineFacts facts = MachineFacts.read(folder);
    assertThat(facts.os()).isNotBlank().doesNotContain("null");
    assertThat(facts.architecture()).isNotBlank();
    assertThat(facts.cores()).isPositive();
    assertThat(facts.memoryBytes()).isNotZero().isGreaterThanOrEqualTo(-1);
    assertThat(facts.load()).isGreaterThanOrEqualTo(-1);
    assertThat(facts.swapUsedBytes()).isGreaterThanOrEqualTo(-1);
  }

  @Test
  void governorAndLimitsComeFromTheFilesOfTheSystem() {
    FakeComputer computer = new FakeComputer(folder);
    computer.file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    computer.file("proc/self/cgroup", "0::/\n");
    computer.file("proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n");
    computer.file("sys/fs/cgroup/memory.max", "1073741824\n");
    MachineFacts facts = MachineFacts.read(computer.root, folder);
    assertThat(facts.governor()).isEqualTo("powersave");
    assertThat(facts.group().memoryLimitBytes()).isEqualTo(1L << 30);
  }

  @Test
  void usableMemoryIsTheSmallerOfMachineAndLimitAndUnknownWhereBothAre() {
    assertThat(UNREADABLE.usableMemoryBytes()).isEqualTo(-1);
    assertThat(with(100, -1).usableMemoryBytes()).isEqualTo(100);
    assertThat(with(-1, 50).usableMemoryBytes()).isEqualTo(50);
    assertThat(with(100, 50).usableMemoryBytes()).isEqualTo(50);
    assertThat(with(100, 500).usableMemoryBytes()).isEqualTo(100);
  }

  @Test
  void aRunRecordsTheFacts() {
    FakeComputer computer = new FakeComputer(folder);
    Environment environment =
        with(100, 50).environment(List.of(computer.running), computer.running, List.of(), "1.0");
    assertThat(environment.memoryBytes()).isEqualTo(100);
    assertThat(environment.memoryLimitBytes()).isEqualTo(50);
    assertThat(environment.load()).isEqualTo(-1);
    assertThat(environment.parentJvm()).isEqualTo("Debian 17.0.15");
  }

  @Test
  void aReadingThatFailsIsAbsent() {
    assertThat(Reading.text(() -> " x ")).hasValue("x");
    assertThat(Reading.text(() -> null)).isEmpty();
    assertThat(
            Reading.text(
                () -> {
                  throw new UnsatisfiedLinkError("no native part here");
                }))
        .isEmpty();
    assertThat(Reading.positive(() -> 0)).isEqualTo(-1);
    assertThat(Reading.atLeastZero(() -> 0)).isZero();
    assertThat(Reading.atLeastZero(() -> -2)).isEqualTo(-1);
    assertThat(Reading.atLeastZero(() -> Double.NaN)).isEqualTo(-1);
    assertThat(
            Reading.atLeastZero(
                () -> {
                  throw new IllegalStateException("no such file");
                }))
        .isEqualTo(-1);
  }

  private static MachineFacts with(long memoryBytes, long limitBytes) {
    return new MachineFacts(
        "Plan 9", "mips", "", 1, memoryBytes, -1, -1, "", new ControlGroup(limitBytes, -1, -1));
  }
}
