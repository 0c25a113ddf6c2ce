package org.bindbench.worker.flight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationTest {
  @ParameterizedTest
  @CsvSource({
    "DefNew, '', YOUNG",
    "SerialOld, '', FULL",
    "ParallelScavenge, '', YOUNG",
    "ParallelOld, '', FULL",
    "G1New, Normal, YOUNG",
    "G1New, Prepare Mixed, YOUNG",
    "G1New, Mixed, OLD",
    "G1Old, '', OLD",
    "G1Full, '', FULL",
    "ZGC Minor, '', YOUNG",
    "ZGC Major, '', OLD",
    "ZGC, '', UNDIVIDED"
  })
  void everyCollectionOfHotSpotHasOne(String name, String type, Generation expected) {
    assertThat(Generation.of(name, type)).isEqualTo(expected);
  }

  @Test
  void collectorsAreKnownByTheirBeans() {
    assertThat(CollectorKind.of(Set.of("Copy", "MarkSweepCompact")))
        .isEqualTo(CollectorKind.SERIAL);
    assertThat(CollectorKind.of(Set.of("PS Scavenge", "PS MarkSweep")))
        .isEqualTo(CollectorKind.PARALLEL);
    assertThat(CollectorKind.of(Set.of("G1 Young Generation", "G1 Old Generation")))
        .isEqualTo(CollectorKind.G1);
    assertThat(CollectorKind.of(Set.of("ZGC Minor Cycles", "ZGC Major Pauses")))
        .isEqualTo(CollectorKind.ZGC);
    assertThat(CollectorKind.of(Set.of("ZGC Cycles", "ZGC Pauses")))
        .isEqualTo(CollectorKind.UNDIVIDED_ZGC);
    assertThat(CollectorKind.of(Set.of("Shenandoah Cycles"))).isEqualTo(CollectorKind.OTHER);
  }
}
