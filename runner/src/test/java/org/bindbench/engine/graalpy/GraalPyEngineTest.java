package org.bindbench.engine.graalpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bindbench.model.JvmFacts;
import org.junit.jupiter.api.Test;

/** What GraalPy asks of a JVM. */
class GraalPyEngineTest {
  @Test
  void itsCompilerIsOnlyToldToLeaveTheHeapAloneWhereThereIsOne() {
    assertThat(new GraalPyEngine().stillHeapOptions(jvm("25.0.3")))
        .contains("-Dpolyglot.engine.BackgroundCompilation=false");
    assertThat(new GraalPyEngine().stillHeapOptions(jvm("17.0.15"))).isEmpty();
    assertThat(new GraalPyInterpreter().stillHeapOptions(jvm("25.0.3"))).isEmpty();
  }

  private static JvmFacts jvm(String version) {
    return new JvmFacts(Path.of("/jdk"), version, "Temurin", "OpenJDK 64-Bit Server VM");
  }
}
