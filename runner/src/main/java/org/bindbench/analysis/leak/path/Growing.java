package org.bindbench.analysis.leak.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.model.leak.ContainerGrowth;
import org.bindbench.model.leak.ContainerSize;

/**
 * A container that grew, or several that differ in keys and indices alone.
 *
 * @param name as a script writes it; {@code bus.entries[…]} for several
 * @param place where the name is known
 * @param kind what each of them is in its language
 * @param containers how many they are
 * @param before elements of all of them before the cycles
 * @param after and after them
 */
public record Growing(
    String name, String place, String kind, int containers, long before, long after) {
  /** So many that differ in keys alone are told as one. */
  private static final int ALIKE = 3;

  private static final String KEY = "\\[(\"[^\"]*\"|'[^']*'|[^\\]]*)\\]";

  /** What these come to, the most added first. */
  public static List<Growing> of(List<ContainerGrowth> grown) {
    Map<ContainerSize, List<ContainerGrowth>> alike =
        grown.stream()
            .collect(
                Collectors.groupingBy(
                    Growing::withoutKeys, LinkedHashMap::new, Collectors.toList()));
    List<Growing> all = new ArrayList<>();
    alike.forEach(
        (common, several) -> {
          if (several.size() >= ALIKE) all.add(of(common, several));
          else several.forEach(each -> all.add(of(each.container(), List.of(each))));
        });
    all.sort(Comparator.comparingLong(Growing::added).reversed());
    return all;
  }

  private static ContainerSize withoutKeys(ContainerGrowth growth) {
    ContainerSize container = growth.container();
    return new ContainerSize(
        container.name().replaceAll(KEY, "[…]"), container.place(), container.kind(), 0);
  }

  private static Growing of(ContainerSize named, List<ContainerGrowth> grown) {
    return new Growing(
        named.name(),
        named.place(),
        named.kind(),
        grown.size(),
        grown.stream().mapToLong(ContainerGrowth::before).sum(),
        grown.stream().mapToLong(each -> each.container().size()).sum());
  }

  /** Elements that all of them were given together. */
  public long added() {
    return after - before;
  }
}
