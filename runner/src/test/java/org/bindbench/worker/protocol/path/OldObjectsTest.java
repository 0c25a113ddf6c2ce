package org.bindbench.worker.protocol.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bindbench.model.leak.Reference;
import org.bindbench.model.leak.ReferencePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the flight recorder of this JVM says of objects that a static field keeps. */
@Tag("engine")
class OldObjectsTest {
  /** Enough for several refills of any thread's buffer. */
  private static final int LARGE = 100_000;

  private static final List<byte[]> KEPT = new ArrayList<>();

  @Test
  void theWayFromTheFieldToWhatItKeepsIsFound() throws Exception {
    OldObjects.Found found;
    try (OldObjects recording = OldObjects.start()) {
      for (int i = 0; i < 200; i++) KEPT.add(new byte[LARGE]);
      found = read(recording, Set.of("byte[]"));
    } finally {
      KEPT.clear();
    }
    assertThat(found.samples()).isPositive();
    assertThat(found.paths())
        .filteredOn(path -> path.references().contains(KEPT_HERE))
        .isNotEmpty()
        .first()
        .satisfies(
            path -> {
              assertThat(path.type()).isEqualTo("byte[]");
              assertThat(path.references())
                  .startsWith(
                      new Reference("java.lang.Object[]", false, ""),
                      new Reference("java.util.ArrayList", false, "elementData"),
                      KEPT_HERE);
              assertThat(path.root()).isNotEmpty();
            });
    assertThat(found.paths().stream().mapToInt(ReferencePath::samples).sum())
        .isLessThanOrEqualTo(found.samples());
  }

  private static OldObjects.Found read(OldObjects recording, Set<String> classes)
      throws IOException {
    Path file = recording.stop();
    try {
      return OldObjects.read(file, classes);
    } finally {
      Files.delete(file);
    }
  }

  private static final Reference KEPT_HERE =
      new Reference(OldObjectsTest.class.getName(), true, "KEPT");

  @Test
  void nothingIsToldOfClassesThatWereNotAskedFor() throws Exception {
    try (OldObjects recording = OldObjects.start()) {
      assertThat(read(recording, Set.of("no.such.Class")))
          .isEqualTo(new OldObjects.Found(List.of(), 0));
    }
  }
}
