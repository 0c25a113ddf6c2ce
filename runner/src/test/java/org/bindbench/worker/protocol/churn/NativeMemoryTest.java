package org.bindbench.worker.protocol.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {
  /** The begin of what JDK 25 prints. */
  private static final String TRACKED =
      """

      Native Memory Tracking:

      (Omitting categories weighting less than 1B)

      Total: reserved=3033219072, committed=1168842752
             malloc: 21110272B #86611, peak=21110272B #86611
             mmap:   reserved=3012108800, committed=1147732480

      -                 Java Heap (reserved=1073741824, committed=1073741824)
                                  (mmap: reserved=1073741824, committed=1073741824, at peak)

      -                     Class (reserved=1073801331, committed=387187)
                                  (classes #1096)
                                  (    instance classes #966, array classes #130)
                                  (  Metadata:   )
                                  (    reserved=67108864, committed=2752512)

      -    Native Memory Tracking (reserved=1399296, committed=1399296)
                                  (tracking overhead=1385776)
      """;

  @Test
  void theTotalAndItsPartsAreRead() {
    assertThat(NativeMemory.parse(TRACKED))
        .contains(
            new NativeMemory(
                1_168_842_752L,
                Map.of(
                    "Java Heap",
                    1_073_741_824L,
                    "Class",
                    387_187L,
                    "Native Memory Tracking",
                    1_399_296L)));
  }

  @Test
  void whatCompilersWorkInAndTheTrackingItselfAreApart() {
    NativeMemory memory =
        new NativeMemory(
            1_000,
            Map.of(
                "Class", 100L, "Compiler", 300L, "Arena Chunk", 50L, "Native Memory Tracking", 7L));
    assertThat(memory.settledBytes()).isEqualTo(643);
    assertThat(memory.settledCategories()).containsOnlyKeys("Class");
  }

  @Test
  void aJvmThatDoesNotTrackHasNoFigure() {
    assertThat(NativeMemory.parse("Native memory tracking is not enabled")).isEmpty();
  }
}
