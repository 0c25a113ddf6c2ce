package org.bindbench.engine.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.bindbench.engine.walk.Contents.Child;
import org.bindbench.model.leak.ContainerSize;

/**
 * Walks breadth first through everything that can be reached from some values, so that each
 * container gets the shortest of the names that lead to it. It looks at a bounded number of values,
 * and into the first {@value Contents#BREADTH} of one container.
 */
public final class ContainerWalk {
  /** Values that are looked at in one walk. */
  static final int MOST = 200_000;

  private final BiFunction<Object, Spot, Contents> look;

  /** A walk that opens values with that function. */
  public ContainerWalk(BiFunction<Object, Spot, Contents> look) {
    this.look = look;
  }

  /** The containers that can be reached, in the order in which they were found. */
  public List<ContainerSize> from(List<Child> roots) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Child> queue = new ArrayDeque<>(roots);
    List<ContainerSize> found = new ArrayList<>();
    while (!queue.isEmpty() && seen.size() < MOST) {
      Child next = queue.remove();
      Spot spot = next.spot();
      if (spot.name().length() > Spot.LONGEST || !seen.add(next.value())) continue;
      Contents contents = look.apply(next.value(), spot);
      contents
          .size()
          .ifPresent(
              size ->
                  found.add(new ContainerSize(spot.name(), spot.place(), contents.kind(), size)));
      queue.addAll(contents.children());
    }
    return found;
  }
}
