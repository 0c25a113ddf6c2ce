package org.bindbench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
  private static final int FILES = 60;

  @TempDir Path folder;
  FakeComputer computer;
  Cache cache;
  Path jar;

  @BeforeEach
  void aJar() throws IOException {
    computer = new FakeComputer(folder);
    computer.environment.put(Cache.VARIABLE, computer.root.resolve("cache").toString());
    cache = Cache.open(computer.surroundings());
    jar = jar("runner.jar", "one");
  }

  @Test
  void classFoldersAreUsedInPlace() {
    Path path = Bundle.locate(Bundle.class, cache).path();
    assertThat(path.resolve("compiler")).isNotEmptyDirectory();
    assertThat(cache.path()).isEmptyDirectory();
  }

  @Test
  void aJarIsUnpackedBelowANameWithVersionAndDigest() throws IOException {
    Path path = Bundle.unpack(jar, "1.0", cache).path();
    assertThat(path.getParent()).isEqualTo(cache.path());
    assertThat(path.getFileName().toString()).matches("bundle-1\\.0-[0-9a-f]{12}");
    assertThat(path.resolve("python/suite.py")).hasContent("one");
    assertThat(path.resolve("other.txt")).doesNotExist();
    assertOnlyTheBundleIsIn(cache.path());
  }

  @Test
  void aSecondTimeNothingIsWritten() throws IOException {
    Path file = Bundle.unpack(jar, "1.0", cache).path().resolve("python/suite.py");
    Object first = Files.readAttributes(file, "*").get("fileKey");
    Bundle.unpack(jar, "1.0", cache);
    assertThat(Files.readAttributes(file, "*").get("fileKey")).isEqualTo(first);
  }

  @Test
  void otherContentsOfTheSameSizeGetAFolderOfTheirOwn() throws IOException {
    Path first = Bundle.unpack(jar, "1.0", cache).path();
    Path second = Bundle.unpack(jar("other.jar", "two"), "1.0", cache).path();
    assertThat(second).isNotEqualTo(first);
    assertThat(second.resolve("python/suite.py")).hasContent("two");
  }

  @Test
  @Tag("fault-31")
  void truncatedAndMissingFilesAreRepaired() throws IOException {
    Path path = Bundle.unpack(jar, "1.0", cache).path();
    Files.writeString(path.resolve("python/suite.py"), "o");
    Files.delete(path.resolve("compiler/7.jar"));
    assertThat(Bundle.unpack(jar, "1.0", cache).path()).isEqualTo(path);
    assertComplete(path);
    assertOnlyTheBundleIsIn(cache.path());
  }

  @Test
  @Tag("fault-31")
  void filesInThePlaceOfFoldersAndFoldersInThePlaceOfFilesAreRepaired() throws IOException {
    Path path = Bundle.unpack(jar, "1.0", cache).path();
    Files.delete(path.resolve("python/suite.py"));
    Files.delete(path.resolve("python"));
    Files.writeString(path.resolve("python"), "");
    Files.delete(path.resolve("compiler/3.jar"));
    Files.createDirectories(path.resolve("compiler/3.jar/deep"));
    Bundle.unpack(jar, "1.0", cache);
    assertComplete(path);
  }

  @Test
  @Tag("fault-31")
  void aFileInThePlaceOfTheWholeFolderIsReplaced() throws IOException {
    Path name = Bundle.unpack(jar, "1.0", cache).path().getFileName();
    Path other = computer.folder("other-cache");
    Files.writeString(other.resolve(name), "");
    computer.environment.put(Cache.VARIABLE, other.toString());
    assertComplete(Bundle.unpack(jar, "1.0", Cache.open(computer.surroundings())).path());
  }

  @Test
  @Tag("fault-31")
  void threadsThatUnpackAtOnceAllFindItComplete() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Path> unpack =
          () -> {
            Path path = Bundle.unpack(jar, "1.0", cache).path();
            assertComplete(path);
            return path;
          };
      for (int round = 0; round < 5; round++) {
        List<Path> paths = new ArrayList<>();
        for (Future<Path> future :
            threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> unpack).toList())) {
          paths.add(future.get());
        }
        assertThat(paths).hasSize(8).containsOnly(paths.get(0));
        assertOnlyTheBundleIsIn(cache.path());
        Files.writeString(paths.get(0).resolve("compiler/" + round + ".jar"), "cut short");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Tag("fault-31")
  void twoProcessesThatUnpackAtOnceBothFindItComplete() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (String name : List.of("first", "second")) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  UnpackingProcess.class.getName(),
                  jar.toString(),
                  computer.folder(name).toString(),
                  cache.path().toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    for (Process process : processes) {
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).isZero();
      assertComplete(Path.of(printed));
    }
    assertOnlyTheBundleIsIn(cache.path());
  }

  @Test
  @Tag("fault-31")
  void whatAKilledProcessLeftBehindIsSweptAndTheLivingAreLetBe() throws IOException {
    long dead = deadPid();
    Path abandoned = aged(cache.folder("staging-" + dead + "-a"));
    Files.writeString(abandoned.resolve("half.jar"), "ha");
    aged(abandoned);
    Path young = cache.folder("staging-" + dead + "-b");
    Path living = aged(cache.folder("staging-" + ProcessHandle.current().pid() + "-c"));
    Path unrelated = aged(cache.folder("resources"));
    Unpacking.sweep(cache.path(), Instant.now());
    assertThat(cache.path().toFile().list())
        .containsExactlyInAnyOrder(
            young.getFileName().toString(),
            living.getFileName().toString(),
            unrelated.getFileName().toString());
  }

  @Test
  @Tag("fault-23")
  void anEntryThatLeavesTheBundleIsRefused() throws IOException {
    for (String name : List.of("../evil", "python/../../evil", "/evil", "C:evil", "a\\..\\evil")) {
      Path evil = computer.root.resolve("evil.jar");
      write(evil, List.of("bundle/" + name), "evil");
      assertThatThrownBy(() -> Bundle.unpack(evil, "1.0", cache))
          .as(name)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("leaves the bundle");
    }
    assertThat(computer.root.resolve("evil")).doesNotExist();
  }

  @Test
  void aJarThatIsNoneIsRefusedWith78() {
    Path text = computer.file("text.jar", "no jar");
    assertThatThrownBy(() -> Bundle.unpack(text, "1.0", cache))
        .isInstanceOfSatisfying(UsageException.class, e -> assertThat(e.exitCode()).isEqualTo(78))
        .hasMessageContaining(text.toString());
  }

  private Path jar(String name, String text) throws IOException {
    List<String> names = new ArrayList<>(List.of("other.txt", "bundle/", "bundle/python/suite.py"));
    IntStream.range(0, FILES).forEach(i -> names.add("bundle/compiler/" + i + ".jar"));
    Path file = computer.root.resolve(name);
    write(file, names, text);
    return file;
  }

  private static void write(Path file, List<String> names, String text) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        String content = name.endsWith(".jar") ? text.repeat(50_000) : text;
        if (!name.endsWith("/")) zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  private static void assertComplete(Path path) throws IOException {
    assertThat(path.resolve("python/suite.py")).hasContent("one");
    for (int i = 0; i < FILES; i++) {
      assertThat(Files.size(path.resolve("compiler/" + i + ".jar"))).isEqualTo(150_000);
    }
  }

  private static void assertOnlyTheBundleIsIn(Path cache) throws IOException {
    try (Stream<Path> children = Files.list(cache)) {
      assertThat(children).singleElement().asString().contains("bundle-1.0-");
    }
  }

  private static Path aged(Path folder) throws IOException {
    return Files.setLastModifiedTime(
        folder, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
  }

  private static long deadPid() {
    return IntStream.iterate(4_000_000, pid -> pid - 1)
        .filter(pid -> ProcessHandle.of(pid).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
