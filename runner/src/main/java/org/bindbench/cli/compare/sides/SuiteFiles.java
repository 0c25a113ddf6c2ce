package org.bindbench.cli.compare.sides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bindbench.model.Language;
import org.bindbench.model.UsageException;

/** The script files of a folder. */
final class SuiteFiles {
  private SuiteFiles() {}

  /**
   * Its scripts in both languages, those in folders named after a language included, without the
   * guest libraries.
   *
   * @throws UsageException where a script or one of these folders is a link to what lies outside
   */
  static List<Path> in(Path folder) {
    List<Path> files =
        Stream.concat(
                Stream.of(folder),
                Arrays.stream(Language.values()).map(language -> folder.resolve(language.id())))
            .filter(Files::isDirectory)
            .flatMap(each -> directlyIn(each).stream())
            .toList();
    files.forEach(file -> requireInside(folder, file));
    return files;
  }

  /**
   * What a suites folder runs must be what is in it: a version of it can then be told from others.
   */
  private static void requireInside(Path folder, Path file) {
    try {
      Path target = file.toRealPath();
      if (!target.startsWith(folder.toRealPath()))
        throw new UsageException(
            "The script %s leads out of its folder of suites, to %s; put a copy into the folder."
                .formatted(file, target));
    } catch (IOException e) {
      throw new UsageException("The script " + file + " cannot be read: " + e.getMessage());
    }
  }

  private static List<Path> directlyIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(Aspect::isScript)
          .filter(file -> !String.valueOf(file.getFileName()).matches("bindbench\\.[a-z]+"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UsageException("The folder " + folder + " cannot be read: " + e.getMessage());
    }
  }
}
