package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files for other tools, held to what those tools require. */
class FormsTest {
  private static final Map<String, byte[]> WRITTEN = new TreeMap<>();

  static {
    ReportFormats.all().forEach(format -> WRITTEN.putAll(format.files(SampleRuns.rich())));
  }

  private static byte[] written(String file) {
    return Objects.requireNonNull(WRITTEN.get(file), file);
  }

  @ParameterizedTest
  @MethodSource("org.bindbench.report.Forms#files")
  void everyFileHasItsForm(String file) throws IOException {
    assertThat(Forms.complaints(file, written(file))).isEmpty();
  }

  /** What a reader would stumble over is refused: a form that accepts everything tests nothing. */
  @ParameterizedTest
  @CsvSource({
    "jmh-result.json, /0/primaryMetric, scoreUnit",
    "jmh-result.json, /0, mode",
    "pytest_benchmark.json, /benchmarks/0/stats, median",
    "pytest_benchmark.json, '', machine_info",
    "gab-bigger-is-better.json, /0, unit"
  })
  void aFieldThatIsMissingIsRefused(String file, String place, String field) throws IOException {
    JsonNode document = new ObjectMapper().readTree(written(file));
    ((ObjectNode) document.at(place)).remove(field);
    assertThat(Forms.complaints(file, new ObjectMapper().writeValueAsBytes(document)))
        .anyMatch(complaint -> complaint.contains(field));
  }

  @ParameterizedTest
  @CsvSource({
    "jmh-result.json, []",
    "gab-bigger-is-better.json, []",
    "bencher.json, {}",
    "junit.xml, <testsuites name='n' tests='0' failures='0' errors='0' time='0.000'/>"
  })
  void aFileWithNothingInItIsRefused(String file, String document) throws IOException {
    assertThat(Forms.complaints(file, document.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  @Test
  void aBoundWithoutItsValueIsRefused() throws IOException {
    byte[] document = "{\"a\": {\"rate\": {\"lower_value\": 1}}}".getBytes(StandardCharsets.UTF_8);
    assertThat(Forms.complaints("bencher.json", document)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "' timestamp=\"', ' when=\"'",
    "'<error type=', '<error kind='",
    "'<testcase ', '<test-case '"
  })
  void xmlThatSurefireOrJenkinsWouldRefuseIsRefused(String part, String other) throws IOException {
    String document = new String(written("junit.xml"), StandardCharsets.UTF_8);
    assertThat(document).contains(part);
    assertThat(
            Forms.complaints(
                "junit.xml", document.replace(part, other).getBytes(StandardCharsets.UTF_8)))
        .isNotEmpty();
  }
}
