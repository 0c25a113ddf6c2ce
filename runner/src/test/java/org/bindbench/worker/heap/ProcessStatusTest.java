package org.bindbench.worker.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessStatusTest {
  private static final ProcessStatus STATUS =
      new ProcessStatus("Name:\tjava\nVmPeak:\t  900 kB\nVmHWM:\t  300 kB\nVmRSS:\t  200 kB\n");

  @Test
  void aLineIsReadInBytes() {
    assertThat(STATUS.bytes("VmRSS")).hasValue(200 * 1024);
    assertThat(STATUS.bytes("VmHWM")).hasValue(300 * 1024);
  }

  @Test
  void whatTheSystemDoesNotTellIsEmptyAndNotZero() {
    assertThat(STATUS.bytes("VmSwap")).isEmpty();
    assertThat(new ProcessStatus("").bytes("VmRSS")).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thisProcessHasMoreInRamThanItsHeapUses() {
    ThisJvm jvm = new ThisJvm();
    long resident = jvm.residentBytes().orElseThrow();
    long peak = jvm.peakResidentBytes().orElseThrow();
    assertThat(resident).isPositive().isLessThanOrEqualTo(peak);
    assertThat(jvm.committedBytes()).isLessThanOrEqualTo(jvm.maxBytes());
  }

  @Test
  void aCollectionIsCountedAndLeavesItsUseBehind() {
    ThisJvm jvm = new ThisJvm();
    long before = jvm.collections();
    ManagementFactory.getMemoryMXBean().gc();
    assertThat(jvm.collections()).isGreaterThan(before);
    assertThat(jvm.usedAfterLastCollection().orElseThrow())
        .isPositive()
        .isLessThanOrEqualTo(jvm.maxBytes());
  }
}
