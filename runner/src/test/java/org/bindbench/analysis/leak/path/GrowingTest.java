package org.bindbench.analysis.leak.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.model.leak.ContainerGrowth;
import org.bindbench.model.leak.ContainerSize;
import org.junit.jupiter.api.Test;

class GrowingTest {
  @Test
  void threeThatDifferInKeysAloneAreOneAndTheMostAddedComesFirst() {
    assertThat(
            Growing.of(
                List.of(
                    grown("one", 0, 25),
                    grown("bus.entries[\"a]b\"]", 5, 15),
                    grown("bus.entries['c']", 5, 15),
                    grown("bus.entries[7]", 5, 15))))
        .containsExactly(
            new Growing("bus.entries[…]", "global", "list", 3, 15, 45),
            new Growing("one", "global", "list", 1, 0, 25));
  }

  @Test
  void twoKeepTheirNames() {
    assertThat(Growing.of(List.of(grown("a[1]", 0, 9), grown("a[2]", 0, 8))))
        .extracting(Growing::name)
        .containsExactly("a[1]", "a[2]");
  }

  @Test
  void otherPlacesAreOtherContainers() {
    ContainerGrowth elsewhere =
        new ContainerGrowth(new ContainerSize("a[3]", "module", "list", 7), 0);
    assertThat(Growing.of(List.of(grown("a[1]", 0, 9), grown("a[2]", 0, 8), elsewhere))).hasSize(3);
  }

  private static ContainerGrowth grown(String name, long before, long after) {
    return new ContainerGrowth(new ContainerSize(name, "global", "list", after), before);
  }
}
