package org.bindbench.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.assertj.core.groups.Tuple;
import org.bindbench.program.ReadmeCommands.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a library of one's own works where its README says: anywhere. */
@Tag("readme")
class OwnLibraryIT {
  private static final Path EXAMPLE = Path.of("docs/examples/own-library").toAbsolutePath();

  /** What someone has who copies the folder: not what a run of it left there. */
  private static final List<String> PARTS =
      List.of("README.md", "build", "pom.xml", "src", "suites");

  @TempDir Path folder;

  @BeforeEach
  void copyTheFolderAndTheJar() throws IOException {
    for (String part : PARTS) copy(EXAMPLE.resolve(part));
    Files.createSymbolicLink(folder.resolve("runner.jar"), RunnerJar.jar());
  }

  @Test
  void whoFollowsItsReadmeHasFiguresInEveryStyleOfBothLanguages() throws Exception {
    List<Command> commands = ReadmeCommands.of(Files.readString(folder.resolve("README.md")));
    assertThat(commands).hasSizeGreaterThan(3);
    for (Command command : commands) command.obey(RunnerJar.in(folder));
    assertThat(rows("python"))
        .allSatisfy(OwnLibraryIT::wasMeasured)
        .extracting(OwnLibraryIT::of)
        .containsExactlyInAnyOrder(
            tuple("own_parcel_creation", "graalpy", "own"),
            tuple("parcel_creation", "graalpy", "host object"),
            tuple("memory_per_parcel", "graalpy", "host object"));
    assertThat(rows("lua"))
        .allSatisfy(OwnLibraryIT::wasMeasured)
        .extracting(OwnLibraryIT::of)
        .hasSize(10)
        .contains(
            tuple("own_parcel_creation", "luaj", "own"),
            tuple("parcel_creation", "luaj", "hand binding"),
            tuple("parcel_creation", "luaj", "coercion"),
            tuple("memory_per_parcel", "luajc", "hand binding"));
  }

  /**
   * Where other work takes the processor away from calls that are this short, their times need not
   * follow the work; that they ran is what counts here.
   */
  private static void wasMeasured(JsonNode row) {
    if (!row.path("reason").asText().startsWith("time does not follow the work"))
      assertThat(row.path("status").asText())
          .as(row.path("reason").asText())
          .isEqualTo("COMPLETED");
  }

  /** The repository has runner.jar as {@code install:install-file} leaves it. */
  @Test
  void mavenMakesTheSameJarAsTheScript() throws Exception {
    RunnerJar runner = RunnerJar.in(folder);
    runner.bash("./build").with(0);
    List<String> built = entries();
    Files.delete(folder.resolve("app.jar"));
    Path installed =
        Files.createDirectories(folder.resolve("repository/org/bindbench/runner/0.1.0"));
    Files.createSymbolicLink(installed.resolve("runner-0.1.0.jar"), RunnerJar.jar());
    Files.writeString(
        installed.resolve("runner-0.1.0.pom"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>org.bindbench</groupId>"
            + "<artifactId>runner</artifactId><version>0.1.0</version></project>");
    String home = System.getProperty("user.home") + "/.m2/repository";
    runner
        .with("JAVA_HOME", System.getProperty("java.home"))
        .bash(
            "%s -o -q -B -f pom.xml -Dmaven.repo.local=repository -Dmaven.repo.local.tail=%s package"
                .formatted(
                    Path.of("mvnw").toAbsolutePath(), System.getProperty("localRepository", home)))
        .with(0);
    assertThat(entries()).containsExactlyInAnyOrderElementsOf(built).isNotEmpty();
  }

  private List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(folder.resolve("app.jar").toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") || name.matches("META-INF/services/[^/]+"))
          .toList();
    }
  }

  private List<JsonNode> rows(String language) throws IOException {
    Path metrics = folder.resolve("reports").resolve(language).resolve("performance_metrics.json");
    return new ObjectMapper().readTree(metrics.toFile()).path("cases").valueStream().toList();
  }

  private static Tuple of(JsonNode row) {
    return tuple(
        row.path("name").asText(), row.path("engine").asText(), row.path("style").asText());
  }

  private void copy(Path part) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.toList())
        Files.copy(file, folder.resolve(EXAMPLE.relativize(file).toString()));
    }
  }
}
