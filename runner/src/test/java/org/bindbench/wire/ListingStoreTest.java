package org.bindbench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindbench.model.CaseDeclaration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listing is that of everything the suite was read with. */
class ListingStoreTest {
  @TempDir Path folder;
  private Path suite;
  private Path neighbour;
  private ListingStore store;
  private List<CaseDeclaration> cases;

  @BeforeEach
  void keep() throws IOException {
    suite = Files.writeString(folder.resolve("suite.py"), "import bindbench");
    neighbour = Files.writeString(folder.resolve("common.py"), "SIZES = [8]");
    store = new ListingStore(folder.resolve("listings"));
    cases =
        List.of(
            new CaseDeclaration(suite, 1, "case", "rate", "calls", List.of(), Map.of(), "", 0, ""));
    store.keep(suite, List.of(neighbour), "runner.jar", cases);
  }

  @Test
  void theSameContentHasTheSameListing() {
    assertThat(store.find(suite, List.of(neighbour), "runner.jar")).contains(cases);
  }

  @Test
  void anotherSuiteNeighbourOrClassPathHasNone() throws IOException {
    assertThat(store.find(suite, List.of(neighbour), "runner.jar:library.jar")).isEmpty();
    Files.writeString(neighbour, "SIZES = [16]");
    assertThat(store.find(suite, List.of(neighbour), "runner.jar")).isEmpty();
    Files.writeString(neighbour, "SIZES = [8]");
    Files.writeString(suite, "import bindbench # changed");
    assertThat(store.find(suite, List.of(neighbour), "runner.jar")).isEmpty();
  }

  @Test
  void aDamagedListingIsMadeAgain() throws IOException {
    try (var files = Files.list(folder.resolve("listings"))) {
      for (Path file : files.toList()) Files.writeString(file, "{");
    }
    assertThat(store.find(suite, List.of(neighbour), "runner.jar")).isEmpty();
  }
}
