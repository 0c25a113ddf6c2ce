package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What shading can lose: service files, which are merged, and the manifest. */
class EveryDoorIT {
  private static final Path SERVICES = Path.of("runner/target/classes/META-INF/services");
  private static final long MOST_BYTES = 125_000_000;

  static List<String> doors() throws IOException {
    try (Stream<Path> files = Files.list(SERVICES)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("org.bindbench."))
          .sorted()
          .toList();
    }
  }

  @Test
  void theBuildHasTheFourDoors() throws Exception {
    assertThat(doors())
        .contains(
            "org.bindbench.engine.Engine",
            "org.bindbench.engine.Library",
            "org.bindbench.report.ReportFormat",
            "org.bindbench.worker.Protocol");
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theJarListsEveryoneBehindTheDoorAndHasTheirClasses(String door) throws Exception {
    try (JarFile jar = new JarFile(RunnerJar.jar().toFile())) {
      List<String> providers = providers(text(jar, "META-INF/services/" + door));
      assertThat(providers)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(providers(Files.readString(SERVICES.resolve(door))))
          .allSatisfy(
              provider ->
                  assertThat(jar.getEntry(provider.replace('.', '/') + ".class")).isNotNull());
    }
  }

  @Test
  void theServicesOfGraalPyAreMergedAndNotReplaced() throws Exception {
    try (JarFile jar = new JarFile(RunnerJar.jar().toFile())) {
      String providers =
          "META-INF/services/com.oracle.truffle.api.provider.TruffleLanguageProvider";
      assertThat(providers(text(jar, providers)).size()).isGreaterThan(1);
    }
  }

  @Test
  void theJarIsUnsignedMultiReleaseAndAllowedNativeAccess() throws Exception {
    try (JarFile jar = new JarFile(RunnerJar.jar().toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName))
          .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"));
      assertThat(jar.getManifest().getMainAttributes().getValue("Multi-Release")).isEqualTo("true");
      assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
          .isEqualTo("ALL-UNNAMED");
    }
  }

  @Test
  void theJarIsSmallEnoughToBeHandedOn() {
    assertThat(RunnerJar.jar().toFile().length()).isLessThanOrEqualTo(MOST_BYTES);
  }

  private static String text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> providers(String file) {
    return file.lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
