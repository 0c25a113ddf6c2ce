package org.bindbench.engine.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.engine.walk.Contents.Child;
import org.bindbench.model.leak.ContainerSize;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostObjectsTest {
  /** As a library may be: private fields, a cycle, a field that is empty. */
  private static class Bus {
    final Map<String, List<String>> topics = new HashMap<>();
    final @Nullable Bus parent = null;
    final Bus self = this;
    final WeakReference<List<String>> weak = new WeakReference<>(new ArrayList<>(List.of("x")));
  }

  private static final class LoudBus extends Bus {
    final Object[] spare = {List.of(1, 2)};
  }

  @Test
  void collectionsAreFoundUnderTheNamesOfFieldsAndKeys() {
    Bus bus = new LoudBus();
    bus.topics.put("a", new ArrayList<>(List.of("1", "2", "3")));
    assertThat(walk(bus))
        .containsExactlyInAnyOrder(
            new ContainerSize("bus.topics", "global", "HashMap", 1),
            new ContainerSize("bus.topics[\"a\"]", "global", "ArrayList", 3),
            new ContainerSize("bus.spare[0]", "global", "List12", 2));
  }

  @Test
  void onlyTheFirstOfManyElementsAreOpenedButAllAreCounted() {
    List<List<String>> many = new ArrayList<>();
    for (int i = 0; i < Contents.BREADTH + 5; i++) many.add(new ArrayList<>());
    List<ContainerSize> found = walk(many);
    assertThat(found).hasSize(1 + Contents.BREADTH);
    assertThat(found.get(0).size()).isEqualTo(Contents.BREADTH + 5);
  }

  @Test
  void aChainThatNeverEndsEnds() {
    Object chain = List.of();
    for (int i = 0; i < 10_000; i++) chain = new Object[] {chain};
    assertThat(walk(chain)).isEmpty();
  }

  @Test
  void whatIsNoCollectionOfTheJdkIsNotOpened() {
    assertThat(walk(Optional.of(new ArrayList<>()))).isEmpty();
  }

  private static List<ContainerSize> walk(Object root) {
    return new ContainerWalk(HostObjects::look)
        .from(List.of(new Child(new Spot("bus", "global"), root)));
  }
}
