package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command that ended, and what it left behind.
 *
 * @param folder where it ran
 * @param out its standard output
 * @param err its standard error
 */
record Ended(Path folder, int exitCode, String out, String err) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The same, once its exit code is found to be the expected one. */
  Ended with(int expected) {
    assertThat(exitCode).as("exit code; it printed%n%s%n%s", out, err).isEqualTo(expected);
    return this;
  }

  /** {@code performance_metrics.json}. */
  JsonNode metrics() {
    return json(folder.resolve("reports/performance_metrics.json"));
  }

  /** Every row of the run. */
  List<JsonNode> rows() {
    return metrics().path("cases").valueStream().toList();
  }

  /** The only row of the case. */
  JsonNode row(String name) {
    List<JsonNode> found =
        rows().stream().filter(row -> row.path("name").asText().equals(name)).toList();
    assertThat(found).as("rows of " + name).hasSize(1);
    return found.get(0);
  }

  /** The outcome of the case's only trial, as it was stored the moment it ended. */
  JsonNode outcome(String name) {
    List<JsonNode> found =
        files("reports/runs").stream()
            .filter(file -> file.getParent().endsWith("trials"))
            .map(Ended::json)
            .filter(trial -> trial.path("spec").path("id").path("name").asText().equals(name))
            .toList();
    assertThat(found).as("trials of " + name).hasSize(1);
    return found.get(0).path("outcome");
  }

  /** Every file under a folder of the folder, in the order of their names. */
  List<Path> files(String under) {
    try (Stream<Path> files = Files.walk(folder.resolve(under))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
