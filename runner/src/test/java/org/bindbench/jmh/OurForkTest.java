package org.bindbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OurForkTest {
  private static final Subject CREATION =
      new Subject("luaj", "memory_management", "bound_object_creation");

  /** Of {@code performance_metrics.json}, the keys that are read. */
  private static final String DOCUMENT =
      """
      {
        "environment": {"worker_jvm": {"home": "/jdk"}},
        "plan": {"efforts": {"luaj": {"iteration_s": 0.16}}},
        "trials": [
          {"spec": {"id": {"name": "bound_object_creation"}, "style": "COERCED"},
           "worker": {"implementation": "other", "jvmOptions": []},
           "outcome": {"measures": [{"metric": {"id": "answer"}, "value": 1.0}]}},
          {"spec": {"id": {"name": "bound_object_creation"}, "style": "HAND"},
           "worker": {"implementation": "interpreter",
                      "jvmOptions": ["-Xmx1g", "-XX:ErrorFile=/run/hs_err_%p.log", "--upgrade-module-path", "/jars"]},
           "outcome": {"measures": [
             {"metric": {"id": "scaling"}, "value": 2.0}, {"metric": {"id": "answer"}, "value": 999.0}]}}
        ],
        "cases": [
          {"name": "bound_object_creation", "engine": "luaj", "style": "coercion", "status": "COMPLETED",
           "metrics": {"rate": {"forks": [1]}}},
          {"name": "bound_object_creation", "engine": "luaj", "style": "hand binding", "status": "COMPLETED",
           "metrics": {"rate": {"forks": [12400000]}, "cpu_per_wall": {"forks": [1.03]}},
           "raw": [{"warm_up": 2, "operations": [1, 4, 248000, 248000]}]},
          {"name": "function_call", "engine": "luaj", "style": "own", "status": "ELIMINATED",
           "reason": "the work was removed", "metrics": {}}
        ]
      }
      """;

  @Test
  void tellsWhatJmhsForkMustHaveInCommonWithIt() throws JsonProcessingException {
    OurFork fork = OurFork.of(document(), CREATION);

    assertThat(fork.operationsPerSecond()).isEqualTo(12.4e6);
    assertThat(fork.cpuPerWall()).isEqualTo(1.03);
    assertThat(fork.operations()).as("of a measured call").isEqualTo(248_000);
    assertThat(fork.answer()).isEqualTo(999);
    assertThat(fork.implementation()).isEqualTo("interpreter");
    assertThat(fork.iteration()).isEqualTo(Duration.ofMillis(160));
    assertThat(fork.javaHome()).isEqualTo(Path.of("/jdk"));
  }

  @Test
  void leavesCoercionOut() throws JsonProcessingException {
    assertThat(OurFork.of(document(), CREATION).style()).isEqualTo("hand binding");
  }

  @Test
  void takesEveryJvmOptionButThePlaceOfTheCrashLog() throws JsonProcessingException {
    assertThat(OurFork.of(document(), CREATION).jvmOptions())
        .containsExactly("-Xmx1g", "--upgrade-module-path", "/jars");
  }

  @Test
  void saysWhyThereIsNoRate() throws JsonProcessingException {
    Subject eliminated = new Subject("luaj", "memory_management", "function_call");
    Subject absent = new Subject("luaj", "memory_management", "method_call");

    assertThat(OurFork.missing(document(), eliminated))
        .contains("ELIMINATED: the work was removed");
    assertThat(OurFork.missing(document(), absent)).contains("not measured");
    assertThat(OurFork.missing(document(), CREATION)).isEmpty();
    assertThatThrownBy(() -> OurFork.of(document(), eliminated))
        .hasMessage("luaj function_call has no rate: ELIMINATED: the work was removed");
  }

  private static JsonNode document() throws JsonProcessingException {
    return ForkFiles.MAPPER.readTree(DOCUMENT);
  }
}
