package org.bindbench.engine.graalpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.JvmFacts;
import org.junit.jupiter.api.Test;

/** What GraalPy asks of a JVM. */
class GraalPyEngineTest {
  @Test
  void itsCompilerIsOnlyToldToLeaveTheHeapAloneWhereThereIsOne() {
    assertThat(new GraalPyEngine().stillHeapOptions(jvm("25.0.3")))
        .contains("-Dpolyglot.engine.BackgroundCompilation=false")
        .containsAll(new GraalPyEngine().restingHeapOptions(jvm("25.0.3")));
    assertThat(new GraalPyEngine().restingHeapOptions(jvm("25.0.3"))).isNotEmpty();
    for (GraalPyEngine without : List.of(new GraalPyEngine(), new GraalPyInterpreter())) {
      JvmFacts jvm = jvm(without instanceof GraalPyInterpreter ? "25.0.3" : "17.0.15");
      assertThat(without.restingHeapOptions(jvm)).isEmpty();
      assertThat(without.stillHeapOptions(jvm)).isEmpty();
    }
  }

  private static JvmFacts jvm(String version) {
    return new JvmFacts(Path.of("/jdk"), version, "Temurin", "OpenJDK 64-Bit Server VM");
  }
}
