package org.bindbench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseId;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.Against;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.Improvement;
import org.bindbench.model.baseline.KeptMetric;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredBaselineTest {
  @TempDir Path folder;

  /** With values whose text is delicate: large, small, whole, and a line that is no ASCII. */
  private static Baseline baseline(double value) {
    KeptRow row =
        new KeptRow(
            new CaseId("suite", "case", Map.of("variant", "tuple")),
            "luaj",
            BindingStyle.HAND,
            "",
            "suite.lua",
            "rate",
            "objects",
            List.of("quick"),
            "COMPLETED",
            "",
            false,
            List.of(
                new KeptMetric(
                    Metrics.rate("objects"),
                    List.of(value, 1e23, 1.0, 4.9e-324, 0.1 + 0.2),
                    List.of())),
            Map.of(),
            List.of("unsteady"),
            "größer | \u001b[31m",
            6_754_356.45,
            0.98,
            "",
            false,
            false,
            List.of(9007199254740991.0),
            Map.of("CPU", "a", "cores", "2"));
    return new Baseline(
        "main",
        Instant.parse("2026-11-28T03:00:00.123456789Z"),
        "--save-baseline",
        "run",
        Instant.EPOCH,
        "quick",
        List.of("lua"),
        "0.1.0",
        List.of(row));
  }

  private Path written() {
    Path file = folder.resolve("main.json");
    StoredBaseline.write(file, baseline(1234567.891));
    return file;
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    assertThat(StoredBaseline.require(written())).isEqualTo(baseline(1234567.891));
  }

  @Test
  void aFileThatWasMerelyIndentedAnewIsIntact() throws IOException {
    Path file = written();
    ObjectMapper mapper = new ObjectMapper();
    mapper
        .writerWithDefaultPrettyPrinter()
        .writeValue(file.toFile(), mapper.readTree(file.toFile()));
    assertThat(StoredBaseline.require(file)).isEqualTo(baseline(1234567.891));
  }

  @Test
  @Tag("fault-19")
  void aFileThatIsCutShortAnywhereIsCorrupt() throws IOException {
    Path file = written();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(StoredBaseline.read(file))
          .as("the first %d bytes", length)
          .isInstanceOf(StoredBaseline.Corrupt.class);
    }
    assertThatThrownBy(() -> StoredBaseline.require(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is corrupt")
        .hasMessageContaining("Nothing is compared with it");
  }

  @Test
  @Tag("fault-19")
  void aFigureThatWasChangedIsCorrupt() throws IOException {
    Path file = written();
    String text = Files.readString(file);
    assertThat(text).contains("1234567.891");
    Files.writeString(file, text.replace("1234567.891", "9934567.891"));
    assertThat(StoredBaseline.read(file))
        .isInstanceOfSatisfying(
            StoredBaseline.Corrupt.class,
            corrupt -> assertThat(corrupt.reason()).contains("checksum"));
  }

  @Test
  @Tag("fault-19")
  void everyByteThatIsFlippedIsNoticedOrMeansTheSame() throws IOException {
    Path file = written();
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 7) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      StoredBaseline.Content content = StoredBaseline.read(file);
      if (content instanceof StoredBaseline.Intact intact)
        assertThat(intact.baseline()).as("byte %d", at).isEqualTo(baseline(1234567.891));
    }
  }

  @Test
  @Tag("fault-19")
  void aNewerSchemaIsRefusedWithItsVersionWhateverItsContent() throws IOException {
    Path file = folder.resolve("main.json");
    Files.writeString(file, "{\"schema\": 7, \"rows\": \"of another shape\"}");
    assertThatThrownBy(() -> StoredBaseline.require(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("schema 7")
        .hasMessageContaining("up to 1");
  }

  @Test
  @Tag("fault-19")
  void whatIsNoBaselineIsCorrupt() throws IOException {
    Path file = folder.resolve("main.json");
    for (String text :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"schema\": \"1\"}",
            "{\"schema\": 1}",
            "{\"schema\": 1, \"sha256\": \"\", \"baseline\": {}}",
            "{\"schema\": 1, \"schema\": 1}",
            Files.readString(written()) + "x")) {
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      assertThat(StoredBaseline.read(file)).as(text).isInstanceOf(StoredBaseline.Corrupt.class);
    }
  }

  /** What a process leaves behind that was killed after it wrote and before it moved the file. */
  @Test
  @Tag("fault-18")
  void aWriterThatWasKilledBeforeItMovedItsFileLeavesTheOldOne() throws IOException {
    Path file = written();
    Path part = folder.resolve("main.json.part");
    Files.writeString(part, "{\"schema\": 1, \"sha256\": \"");
    assertThat(StoredBaseline.require(file)).isEqualTo(baseline(1234567.891));
    StoredBaseline.write(file, baseline(2));
    assertThat(StoredBaseline.require(file)).isEqualTo(baseline(2));
    assertThat(part).doesNotExist();
  }

  @Test
  @Tag("fault-18")
  void whereTheFileCannotBeMovedTheOldOneStaysAndNoStub() throws IOException {
    Path file = folder.resolve("taken.json");
    Files.createDirectories(file.resolve("full"));
    assertThatThrownBy(() -> StoredBaseline.write(file, baseline(1)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("untouched");
    assertThat(file.resolve("full")).exists();
    assertThat(folder.resolve("taken.json.part")).doesNotExist();
  }

  @Test
  void whatARunWasComparedWithIsKeptInItsFolder() {
    assertThat(StoredBaseline.against(folder)).isEmpty();
    Against against = new Against(baseline(5), "gates", true);
    StoredBaseline.writeAgainst(folder, against);
    assertThat(StoredBaseline.against(folder)).contains(against);
  }

  @Test
  void aDamagedNoteOfAnImprovementIsNone() throws IOException {
    Path file = folder.resolve(".main.improvement");
    Improvement improvement = new Improvement("a", "b", List.of("row"));
    StoredBaseline.writeImprovement(file, improvement);
    assertThat(StoredBaseline.improvement(file)).contains(improvement);
    Files.writeString(file, "{");
    assertThat(StoredBaseline.improvement(file)).isEmpty();
  }
}
