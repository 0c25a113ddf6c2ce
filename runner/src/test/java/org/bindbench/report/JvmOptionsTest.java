package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bindbench.model.WorkerFacts;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
  @Test
  void whatOnlySomeJvmsHadIsNotSaidOfAll() {
    JvmOptions options =
        of(List.of("-Xmx1g", "-A"), List.of("-Xmx1g", "-B", "-C"), List.of("-Xmx1g", "-A"));
    assertThat(options.common()).containsExactly("-Xmx1g");
    assertThat(options.ofSome()).containsExactly("-A", "-B", "-C");
    assertThat(options.inWords()).isEqualTo("-Xmx1g; and of some of its workers -A, or -B -C");
  }

  @Test
  void jvmsThatAreAlikeHaveNothingBesides() {
    assertThat(of(List.of("-Xmx1g"), List.of("-Xmx1g")).ofSome()).isEmpty();
    assertThat(of().inWords()).isEqualTo("none");
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // a JDK 17 warns of safe ones too
  private static JvmOptions of(List<String>... workers) {
    return JvmOptions.of(
        Stream.of(workers)
            .map(
                each ->
                    new WorkerFacts("luaj", "interpreter", false, "JVM", "Parallel", each, "alone"))
            .toList());
  }
}
