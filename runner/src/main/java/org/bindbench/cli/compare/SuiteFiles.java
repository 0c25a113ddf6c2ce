package org.bindbench.cli.compare;

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
   */
  static List<Path> in(Path folder) {
    return Stream.concat(
            Stream.of(folder),
            Arrays.stream(Language.values()).map(language -> folder.resolve(language.id())))
        .filter(Files::isDirectory)
        .flatMap(each -> directlyIn(each).stream())
        .toList();
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
