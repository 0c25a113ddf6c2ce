package org.bindbench.cli.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Language;
import org.bindbench.model.UsageException;

/** Script files: the bundled suites, and what the user names. */
public final class Suites {
  /** A file that uses the guest library declares cases; any other is run as it is. */
  private static final Pattern USES_LIBRARY =
      Pattern.compile(
          "^\\s*(import\\s+bindbench\\b|from\\s+bindbench\\s+import)"
              + "|require\\s*\\(?\\s*['\"]bindbench['\"]",
          Pattern.MULTILINE);

  private Suites() {}

  /** The suites that come with the program, by name. */
  public static List<Path> bundled(Path bundle, Language language) {
    Path folder = bundle.resolve(language.id());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> language.owns(file))
          .filter(file -> !file.endsWith("bindbench." + language.extension()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UsageException("The bundled suites in " + folder + " cannot be read: " + e, 78);
    }
  }

  /**
   * The files a user named, as absolute paths, each once.
   *
   * @throws UsageException where one is missing, unreadable or of another language, or where two
   *     have the name by which their cases are known
   */
  static List<Path> named(List<Path> files, Language language) {
    for (Path file : files) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file))
        throw new UsageException(
            "There is no readable file "
                + file
                + "; give the path of a "
                + language.title()
                + " script.");
      if (!language.owns(file))
        throw new UsageException(
            file
                + " does not end in ."
                + language.extension()
                + "; is it a "
                + language.title()
                + " script?");
    }
    List<Path> all =
        files.stream().map(file -> file.toAbsolutePath().normalize()).distinct().toList();
    Map<Path, Path> byName = new HashMap<>();
    for (Path file : all) {
      Path other = byName.putIfAbsent(file.getFileName(), file);
      if (other != null)
        throw new UsageException(
            "%s and %s have the same name, by which their cases are known; rename one, or measure each in a run of its own (`compare` holds them against each other)."
                .formatted(other, file));
    }
    return all;
  }

  /** Whether the file declares cases, or is a script to be run as it is. */
  static boolean isSuite(Path file) {
    try {
      return USES_LIBRARY
          .matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          .find();
    } catch (IOException e) {
      throw new UsageException("The file " + file + " cannot be read: " + e.getMessage());
    }
  }

  /** The declaration that stands for a whole script. */
  static CaseDeclaration plain(Path file) {
    return whole(file, "script", "plain", "runs");
  }

  /** The declaration that stands for a suite that does not load. */
  static CaseDeclaration broken(Path file) {
    return whole(file, "load", "load", "files");
  }

  private static CaseDeclaration whole(Path file, String name, String protocol, String unit) {
    return new CaseDeclaration(file, 0, name, protocol, unit, List.of(), Map.of(), "", 0, "");
  }
}
