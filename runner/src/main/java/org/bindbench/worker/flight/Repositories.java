package org.bindbench.worker.flight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders that this JVM's flight recorder keeps its events in. */
public final class Repositories {
  private Repositories() {}

  /**
   * Removes them once every recording is closed: the JVM does so when it ends, but not where it is
   * halted, as workers are.
   */
  public static void remove() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    String ending = "_" + ProcessHandle.current().pid();
    List<Path> repositories;
    try (Stream<Path> found = Files.list(folder)) {
      repositories = found.filter(each -> isRepository(each, ending)).toList();
    }
    for (Path repository : repositories) delete(repository);
  }

  private static boolean isRepository(Path folder, String ending) {
    String name = String.valueOf(folder.getFileName());
    return name.endsWith(ending) && name.matches("[0-9]{4}(_[0-9]{2}){5}_[0-9]+");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) Files.deleteIfExists(file);
  }
}
