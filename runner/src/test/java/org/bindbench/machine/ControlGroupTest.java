package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlGroupTest {
  private static final String MOUNTS_1 =
      """
      31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755
      32 31 0:29 %1$s /sys/fs/cgroup/cpu,cpuacct rw shared:9 - cgroup cgroup rw,cpu,cpuacct
      35 31 0:32 %1$s /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
      """;
  private static final String MOUNT_2 =
      "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n";

  @TempDir Path folder;
  FakeComputer computer;

  @BeforeEach
  void aComputer() {
    computer = new FakeComputer(folder);
  }

  @Test
  void version2GivesLimitsQuotaAndKills() {
    version2("/job");
    computer.file("sys/fs/cgroup/job/memory.max", "2147483648\n");
    computer.file("sys/fs/cgroup/job/cpu.max", "150000 100000\n");
    computer.file(
        "sys/fs/cgroup/job/memory.events", "low 0\noom 4\noom_kill 3\noom_group_kill 0\n");
    assertThat(read()).isEqualTo(new ControlGroup(2L << 30, 1.5, 3));
  }

  @Test
  void version2WithoutLimitsSaysMax() {
    version2("/job");
    computer.file("sys/fs/cgroup/job/memory.max", "max\n");
    computer.file("sys/fs/cgroup/job/cpu.max", "max 100000\n");
    assertThat(read()).isEqualTo(ControlGroup.NONE);
  }

  @Test
  void theLowestLimitAboveHolds() {
    version2("/slice/job");
    computer.file("sys/fs/cgroup/slice/job/memory.max", "max\n");
    computer.file("sys/fs/cgroup/slice/job/cpu.max", "400000 100000\n");
    computer.file("sys/fs/cgroup/slice/memory.max", "1073741824\n");
    computer.file("sys/fs/cgroup/slice/cpu.max", "50000 100000\n");
    assertThat(read()).isEqualTo(new ControlGroup(1L << 30, 0.5, -1));
  }

  @Test
  void version1GivesLimitsQuotaAndKills() {
    version1("/job", "/");
    computer.file("sys/fs/cgroup/memory/job/memory.limit_in_bytes", "536870912\n");
    computer.file("sys/fs/cgroup/memory/job/memory.oom_control", "under_oom 0\noom_kill 2\n");
    computer.file("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_quota_us", "200000\n");
    computer.file("sys/fs/cgroup/cpu,cpuacct/job/cpu.cfs_period_us", "100000\n");
    assertThat(read()).isEqualTo(new ControlGroup(512L << 20, 2, 2));
  }

  @Test
  void version1WithoutLimitsHasAHugeOneAndANegativeQuota() {
    version1("/", "/");
    computer.file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    computer.file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
    computer.file("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    assertThat(read()).isEqualTo(ControlGroup.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/docker/abc", "/elsewhere"})
  void inAContainerTheMountItselfIsTheGroup(String mountRoot) {
    version1("/docker/abc", mountRoot);
    computer.file("sys/fs/cgroup/memory/memory.limit_in_bytes", "536870912\n");
    assertThat(read().memoryLimitBytes()).isEqualTo(512L << 20);
  }

  @Test
  void withoutControlGroupsThereIsNoLimit() {
    assertThat(read()).isEqualTo(ControlGroup.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "many", "1 2 3", "-5", "99999999999999999999999999", "0"})
  void aFileThatMakesNoSenseIsNoLimit(String text) {
    version2("/job");
    computer.file("sys/fs/cgroup/job/memory.max", text);
    computer.file("sys/fs/cgroup/job/cpu.max", text);
    computer.file("sys/fs/cgroup/job/memory.events", "oom_kill " + text);
    ControlGroup group = read();
    assertThat(group.memoryLimitBytes()).isEqualTo(-1);
    assertThat(group.cpuQuota()).isEqualTo(-1);
  }

  @Test
  void theGroupOfThisProcessCanBeRead() {
    ControlGroup group = ControlGroup.read(Path.of("/"));
    assertThat(group.memoryLimitBytes()).isNotZero();
    assertThat(group.cpuQuota()).isNotZero();
  }

  private ControlGroup read() {
    return ControlGroup.read(computer.root);
  }

  private void version2(String group) {
    computer.file("proc/self/cgroup", "0::" + group + "\n");
    computer.file("proc/self/mountinfo", MOUNT_2);
  }

  private void version1(String group, String mountRoot) {
    computer.file(
        "proc/self/cgroup",
        "4:memory:%1$s\n3:cpu,cpuacct:%1$s\n1:name=systemd:/\n0::/\n".formatted(group));
    computer.file("proc/self/mountinfo", MOUNTS_1.formatted(mountRoot));
  }
}
