package org.bindbench.worker.heap;

import com.sun.management.GcInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JVM that this code runs in, which must be a HotSpot. */
public final class ThisJvm implements HeapView {
  /**
   * What ZGC calls a cycle, which runs beside the application, has the time of its pauses apart.
   */
  private static final String CONCURRENT = "Cycles";

  /** What ZGC calls the pauses of a cycle, which are counted one by one and free nothing. */
  private static final String PAUSES_OF_CYCLES = "Pauses";

  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getGarbageCollectorMXBeans();
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  @Override
  public long maxBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
  }

  @Override
  public long committedBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
  }

  @Override
  public long collectingNanos() {
    return 1_000_000
        * collectors.stream()
            .filter(each -> !each.getName().endsWith(CONCURRENT))
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .filter(millis -> millis > 0)
            .sum();
  }

  @Override
  public long collections() {
    return freeing()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .filter(count -> count > 0)
        .sum();
  }

  @Override
  public OptionalLong usedAfterLastCollection() {
    return freeing()
        .flatMap(ThisJvm::last)
        .max(Comparator.comparingLong(GcInfo::getEndTime))
        .map(last -> OptionalLong.of(usedAfter(last)))
        .orElse(OptionalLong.empty());
  }

  private Stream<GarbageCollectorMXBean> freeing() {
    return collectors.stream().filter(each -> !each.getName().endsWith(PAUSES_OF_CYCLES));
  }

  private static Stream<GcInfo> last(GarbageCollectorMXBean collector) {
    return collector instanceof com.sun.management.GarbageCollectorMXBean detailed
        ? Stream.ofNullable(detailed.getLastGcInfo())
        : Stream.empty();
  }

  private long usedAfter(GcInfo collection) {
    return collection.getMemoryUsageAfterGc().entrySet().stream()
        .filter(pool -> heapPools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  @Override
  public OptionalLong regionBytes() {
    boolean g1 = collectors.stream().anyMatch(each -> each.getName().startsWith("G1"));
    @Nullable HotSpotDiagnosticMXBean diagnostic =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (!g1 || diagnostic == null) return OptionalLong.empty();
    return OptionalLong.of(
        Long.parseLong(
            Objects.requireNonNull(diagnostic.getVMOption("G1HeapRegionSize").getValue())));
  }

  @Override
  public OptionalLong residentBytes() {
    return ProcessStatus.read().bytes("VmRSS");
  }

  @Override
  public OptionalLong peakResidentBytes() {
    return ProcessStatus.read().bytes("VmHWM");
  }
}
