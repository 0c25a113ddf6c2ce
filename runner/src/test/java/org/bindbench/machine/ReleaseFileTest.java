package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFileTest {
  @TempDir Path home;

  @Test
  void aTemurinIsCalledByItsProduct() throws IOException {
    ReleaseFile release =
        release(
            """
            IMPLEMENTOR="Eclipse Adoptium"
            IMPLEMENTOR_VERSION="Temurin-25.0.3+9"
            JAVA_VERSION="25.0.3"
            JVM_VARIANT="Hotspot"
            """);
    assertThat(release.version()).isEqualTo("25.0.3");
    assertThat(release.vendor()).isEqualTo("Temurin");
    assertThat(release.vmName(home)).isEqualTo("HotSpot");
  }

  @Test
  void aFileWithLittleInItFallsBackToTheNextBest() throws IOException {
    Files.createDirectories(home.resolve("lib/server"));
    ReleaseFile release =
        release("JAVA_RUNTIME_VERSION=\"17.0.15+6-Debian-1deb12u1\"\r\nSOURCE=\"\"");
    assertThat(release.version()).isEqualTo("17.0.15");
    assertThat(release.vendor()).isEqualTo("Java");
    assertThat(release.vmName(home)).isEqualTo("HotSpot");
  }

  @Test
  void aVirtualMachineThatNothingNamesHasNoName() throws IOException {
    assertThat(release("JAVA_VERSION=\"17\"").vmName(home)).isEmpty();
  }

  @Test
  void openj9IsKnownByItsFolder() throws IOException {
    Files.createDirectories(home.resolve("lib/server"));
    Files.createDirectories(home.resolve("lib/j9vm"));
    assertThat(release("JAVA_VERSION=\"17\"").vmName(home)).isEqualTo("OpenJ9");
  }

  @ParameterizedTest
  @CsvSource({
    "Zulu25.30+17-CA, Azul Systems, Zulu",
    "Corretto-21.0.2.13.1, Amazon.com Inc., Corretto",
    "GraalVM CE 25.0.1+8.1, GraalVM Community, GraalVM CE",
    "'', Debian, Debian",
    "'', N/A, Java",
    "'', '', Java",
    "18.9, Oracle Corporation, Oracle Corporation"
  })
  void theVendorIsTheProductElseTheMaker(String product, String maker, String vendor) {
    assertThat(ReleaseFile.vendor(product, maker)).isEqualTo(vendor);
  }

  private ReleaseFile release(String text) throws IOException {
    Files.writeString(home.resolve("release"), text);
    return ReleaseFile.read(home);
  }
}
