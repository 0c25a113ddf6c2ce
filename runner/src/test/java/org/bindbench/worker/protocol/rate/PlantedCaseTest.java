package org.bindbench.worker.protocol.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.bindbench.engine.PreparedCase;
import org.bindbench.worker.protocol.ScriptedCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedCaseTest {
  @Test
  void theShareIsReadFromTheProperty() {
    assertThat(PlantedCase.share(Optional.of("0.1"))).contains(0.1);
    assertThat(PlantedCase.share(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ten", "0", "-0.1", "11", "NaN", "Infinity"})
  void whatIsNoShareIsRefusedByName(String text) {
    assertThatThrownBy(() -> PlantedCase.share(Optional.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bindbench.plant.operations")
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void operationsAreRounded() {
    PreparedCase counting = new ScriptedCase(count -> count, Map.of(), () -> {});
    assertThat(new PlantedCase(counting, 0.1).run(1000)).isEqualTo(1100);
    assertThat(new PlantedCase(counting, 0.1).run(5)).isEqualTo(6);
    assertThat(new PlantedCase(counting, 0.1).run(4)).isEqualTo(4);
  }
}
