package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "asserts Unix folders and permissions")
class CacheTest {
  @TempDir Path folder;
  FakeComputer computer;

  @BeforeEach
  void aComputer() {
    computer = new FakeComputer(folder);
  }

  @Test
  void theUsualPlaceIsBelowTheHome() {
    Cache cache = Cache.open(computer.surroundings());
    assertThat(cache.path())
        .isEqualTo(computer.home.resolve(".cache/bindbench"))
        .isEmptyDirectory();
    assertThat(cache.fallback()).isEmpty();
  }

  @Test
  void macosAndWindowsHavePlacesOfTheirOwn() {
    assertThat(openOn("Mac OS X").path())
        .isEqualTo(computer.home.resolve("Library/Caches/bindbench"));
    assertThat(openOn("Windows 11").path())
        .isEqualTo(computer.home.resolve("AppData/Local/bindbench"));
    computer.environment.put("LOCALAPPDATA", computer.root.resolve("local").toString());
    assertThat(openOn("Windows 11").path()).isEqualTo(computer.root.resolve("local/bindbench"));
  }

  @Test
  void xdgMovesItAndTheOwnVariableComesFirst() {
    computer.environment.put("XDG_CACHE_HOME", computer.root.resolve("xdg").toString());
    assertThat(open()).isEqualTo(computer.root.resolve("xdg/bindbench"));
    computer.environment.put("BINDBENCH_CACHE", computer.root.resolve("own").toString());
    assertThat(open()).isEqualTo(computer.root.resolve("own"));
  }

  @Test
  void aRelativeXdgFolderIsIgnoredAsItsSpecificationAsks() {
    computer.environment.put("XDG_CACHE_HOME", "relative");
    assertThat(open()).isEqualTo(computer.home.resolve(".cache/bindbench"));
  }

  @Test
  @Tag("fault-31")
  void whereTheHomeIsAFileAPrivateTemporaryFolderIsUsed() throws IOException {
    computer.home = computer.file("home-file", "");
    Cache cache = Cache.open(computer.surroundings());
    assertThat(cache.path()).isEqualTo(computer.root.resolve("tmp/bindbench-me"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.path())))
        .isEqualTo("rwx------");
    assertThat(cache.fallback())
        .hasValueSatisfying(reason -> assertThat(reason).contains("home-file"));
    assertThat(open()).as("used again").isEqualTo(cache.path());
  }

  @Test
  @Tag("fault-31")
  void aFileInThePlaceOfTheFolderIsAsBadAsNoHome() {
    computer.environment.put("BINDBENCH_CACHE", computer.file("own", "").toString());
    Cache cache = Cache.open(computer.surroundings());
    assertThat(cache.path()).isEqualTo(computer.root.resolve("tmp/bindbench-me"));
    assertThat(cache.fallback())
        .hasValue("BINDBENCH_CACHE: " + computer.root.resolve("own") + ": is a file, not a folder");
  }

  @Test
  void aTemporaryFolderThatOthersMayWriteIsNotTrusted() throws IOException {
    computer.home = computer.file("home-file", "");
    Path planted = computer.folder("tmp/bindbench-me");
    Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(open().getFileName().toString()).startsWith("bindbench-me-");
  }

  @Test
  void aLinkInThePlaceOfTheTemporaryFolderIsNotFollowed() throws IOException {
    computer.home = computer.file("home-file", "");
    Files.createSymbolicLink(computer.root.resolve("tmp/bindbench-me"), computer.folder("theirs"));
    assertThat(open().getFileName().toString()).startsWith("bindbench-me-");
  }

  @Test
  void nowhereToWriteEndsTheProgramWith78() throws IOException {
    computer.home = computer.file("home-file", "");
    Files.delete(computer.root.resolve("tmp"));
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageContaining("BINDBENCH_CACHE");
  }

  @Test
  void foldersInItAreMadeWhenAskedFor() {
    assertThat(Cache.open(computer.surroundings()).folder("resources-1")).isEmptyDirectory();
  }

  private Path open() {
    return Cache.open(computer.surroundings()).path();
  }

  private Cache openOn(String osName) {
    Surroundings here = computer.surroundings();
    return Cache.open(
        new Surroundings(
            here.environment(),
            here.home(),
            here.jvmFolders(),
            here.running(),
            osName,
            here.temporary(),
            here.user()));
  }
}
