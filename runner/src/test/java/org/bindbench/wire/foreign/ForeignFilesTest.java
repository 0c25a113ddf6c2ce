package org.bindbench.wire.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bindbench.model.UsageException;
import org.bindbench.model.foreign.ForeignRow;
import org.bindbench.model.foreign.ForeignRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignFilesTest {
  @TempDir Path folder;

  @Test
  void aForkOfJmhIsTheMedianOfItsIterationsInOneUnit() throws IOException {
    ForeignRun run = read(jmh("thrpt", "ops/ms", "[[3, 1, 2], [4, 6]]"));
    assertThat(run.tool()).isEqualTo("JMH");
    assertThat(run.rows().get(0).forkValues()).containsExactly(2000.0, 5000.0);
    assertThat(run.rows().get(0).metric().unit()).isEqualTo("ops/s");
    assertThat(run.rows().get(0).id().toString()).isEqualTo("com.example.Codec.read[size=8]");
  }

  @Test
  void timesOfJmhAreNanosecondsPerOperation() throws IOException {
    ForeignRow row = read(jmh("avgt", "us/op", "[[2.5]]")).rows().get(0);
    assertThat(row.forkValues()).containsExactly(2500.0);
    assertThat(row.metric().unit()).isEqualTo("ns/op");
  }

  @Test
  void aHistogramOfJmhIsTheMeanOfItsSamples() throws IOException {
    String text =
        jmh("sample", "ns/op", "[]")
            .replace(
                "\"rawData\": []", "\"rawDataHistogram\": [[[[10, 3], [30, 1]]], [[[20, 2]]]]");
    assertThat(read(text).rows().get(0).forkValues()).containsExactly(15.0, 20.0);
  }

  @Test
  void whatJmhWritesAsTextIsNoNumber() throws IOException {
    ForeignRow row = read(jmh("thrpt", "ops/s", "[[\"NaN\"]]")).rows().get(0);
    assertThat(row.forkValues()).containsExactly(Double.NaN);
  }

  @Test
  void aFileOfPytestIsOneProcess() throws IOException {
    ForeignRun run = read(pytest("[2e-6, 1e-6, 4e-6]"));
    assertThat(run.tool()).isEqualTo("pytest-benchmark");
    assertThat(run.rows().get(0).forkValues()).containsExactly(2e-6 * 1e9);
    assertThat(run.rows().get(0).id().toString()).isEqualTo("tests/test_codec.py.test_read[8]");
  }

  @Test
  void severalFilesOfASideAreItsForks() throws IOException {
    ForeignRun run =
        ForeignFiles.read(
            List.of(
                write("a.json", pytest("[1e-6]")),
                write("b.json", pytest("[3e-6]")),
                write("c.json", pytest("[2e-6]"))));
    assertThat(run.rows()).hasSize(1);
    assertThat(run.rows().get(0).forkValues()).containsExactly(1e-6 * 1e9, 3e-6 * 1e9, 2e-6 * 1e9);
  }

  @Test
  void aBenchmarkInSeveralModesIsACaseInEach() throws IOException {
    String average = jmh("avgt", "us/op", "[[2.5]]").strip();
    String single = jmh("ss", "us/op", "[[9]]").strip();
    ForeignRun run =
        read(average.substring(0, average.length() - 1) + "," + single.substring(1) + "\n");
    assertThat(run.rows())
        .extracting(row -> row.id() + " " + row.forkValues())
        .containsExactly(
            "com.example.Codec.read[mode=avgt,size=8] [2500.0]",
            "com.example.Codec.read[mode=ss,size=8] [9000.0]");
  }

  @Test
  void aFolderWithoutResultsIsNamedAsSuch() {
    assertThatThrownBy(() -> ForeignFiles.read(ForeignFiles.named(folder.toString())))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no result file");
  }

  @Test
  void aFolderStandsForItsFiles() throws IOException {
    Path b = write("b.json", pytest("[1e-6]"));
    Path a = write("a.json", pytest("[1e-6]"));
    write("notes.txt", "");
    assertThat(ForeignFiles.named(folder.toString())).containsExactly(a, b);
    assertThat(ForeignFiles.named(a + ", " + b)).containsExactly(a, b);
  }

  @Test
  void filesOfOneSideMustAgreeInWhatTheyWereMeasuredWith() throws IOException {
    Path one = write("a.json", jmh("thrpt", "ops/s", "[[1]]"));
    Path other =
        write("b.json", jmh("thrpt", "ops/s", "[[1]]").replace("\"17.0.1\"", "\"21.0.1\""));
    assertThatThrownBy(() -> ForeignFiles.read(List.of(one, other)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("b.json has com.example.Codec.read")
        .hasMessageContaining("21.0.1");
    Path third = write("c.json", pytest("[1e-6]"));
    assertThatThrownBy(() -> ForeignFiles.read(List.of(one, third)))
        .hasMessageContaining("is of pytest-benchmark, but the files before it are of JMH");
  }

  @Test
  void saysWhereAFileIsBroken() throws IOException {
    Path cut = write("cut.json", "[\n  {\"benchmark\": \"a.b\",");
    assertThatThrownBy(() -> ForeignFiles.read(List.of(cut)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cut.json:2:")
        .hasMessageContaining("is no JSON");
    Path odd = write("odd.json", jmh("thrpt", "furlongs", "[[1]]"));
    assertThatThrownBy(() -> ForeignFiles.read(List.of(odd)))
        .hasMessageContaining("at /0/primaryMetric/scoreUnit ops/<time> or <time>/op is expected");
    Path lacking = write("lacking.json", "[{\"benchmark\": \"a.b\"}]");
    assertThatThrownBy(() -> ForeignFiles.read(List.of(lacking)))
        .hasMessageContaining(
            "at /0/primaryMetric/scoreUnit a text is expected, but it is missing");
    Path other = write("other.json", "{\"results\": []}");
    assertThatThrownBy(() -> ForeignFiles.read(List.of(other)))
        .hasMessageContaining("neither a result file of JMH");
    assertThatThrownBy(() -> ForeignFiles.read(List.of(folder.resolve("none.json"))))
        .hasMessageContaining("none.json cannot be read");
  }

  private ForeignRun read(String text) throws IOException {
    return ForeignFiles.read(List.of(write("results.json", text)));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String jmh(String mode, String unit, String raw) {
    return """
        [{"benchmark": "com.example.Codec.read", "mode": "%s", "threads": 1, "jdkVersion": "17.0.1",
          "params": {"size": "8"},
          "primaryMetric": {"score": 1, "scoreUnit": "%s", "rawData": %s}, "secondaryMetrics": {}}]
        """
        .formatted(mode, unit, raw);
  }

  private static String pytest(String data) {
    return """
        {"machine_info": {"python_version": "3.12.1"}, "benchmarks": [
          {"fullname": "tests/test_codec.py::test_read[8]", "extra_info": {},
           "stats": {"median": 1, "data": %s}}]}
        """
        .formatted(data);
  }
}
