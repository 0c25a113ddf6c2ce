package org.bindbench.cli.compare.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFilesTest {
  @TempDir Path temporary;

  private Path suites;
  private Path outside;

  @BeforeEach
  void folders() throws IOException {
    suites = Files.createDirectories(temporary.resolve("suites"));
    outside = Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(outside.resolve("other.lua"), "return 1");
  }

  @Test
  void scriptsOfBothLanguagesAreFoundButNotTheGuestLibraries() throws IOException {
    for (String name : new String[] {"one.lua", "two.py", "bindbench.lua", "notes.txt"})
      Files.writeString(suites.resolve(name), "");
    Files.writeString(Files.createDirectory(suites.resolve("lua")).resolve("three.lua"), "");
    assertThat(SuiteFiles.in(suites))
        .extracting(file -> suites.relativize(file).toString())
        .containsExactly("one.lua", "two.py", Path.of("lua", "three.lua").toString());
  }

  @Test
  @Tag("fault-23")
  void aLinkOutOfTheFolderIsRefused() throws IOException {
    Path link = Files.createSymbolicLink(suites.resolve("one.lua"), outside.resolve("other.lua"));
    assertThatThrownBy(() -> SuiteFiles.in(suites))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(link.toString())
        .hasMessageContaining("to " + outside.resolve("other.lua").toRealPath())
        .hasMessageContaining("put a copy into the folder");
  }

  @Test
  @Tag("fault-23")
  void aFolderThatLeadsOutIsRefusedToo() throws IOException {
    Files.createSymbolicLink(suites.resolve("lua"), outside);
    assertThatThrownBy(() -> SuiteFiles.in(suites))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("leads out of its folder of suites");
  }

  @Test
  @Tag("fault-23")
  void aLinkThatStaysInsideAndAFolderThatIsALinkItselfAreTaken() throws IOException {
    Files.writeString(suites.resolve("one.lua"), "");
    Files.createSymbolicLink(suites.resolve("two.lua"), suites.resolve("one.lua"));
    Path name = Files.createSymbolicLink(temporary.resolve("name"), suites);
    assertThat(SuiteFiles.in(name)).hasSize(2);
  }
}
