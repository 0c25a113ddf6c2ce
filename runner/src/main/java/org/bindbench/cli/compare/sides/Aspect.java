package org.bindbench.cli.compare.sides;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Language;

/** Something that two sides may differ in, with the word that names it. */
enum Aspect {
  SUITES("suites") {
    @Override
    boolean means(String word, List<String> engines) {
      Path path = Path.of(word);
      return isScript(path) && Files.isRegularFile(path) || hasSuites(path);
    }
  },
  CLASSPATH("classpath") {
    @Override
    boolean means(String word, List<String> engines) {
      return word.endsWith(".jar") && Files.isRegularFile(Path.of(word));
    }
  },
  ENGINE("engine") {
    @Override
    boolean means(String word, List<String> engines) {
      return engines.contains(word);
    }
  },
  STYLE("style") {
    @Override
    boolean means(String word, List<String> engines) {
      return style(word).isPresent();
    }
  },
  JVM("jvm") {
    @Override
    boolean means(String word, List<String> engines) {
      return word.matches("\\d{2}") || Files.isExecutable(Path.of(word, "bin", "java"));
    }
  },
  GC("gc") {
    @Override
    boolean means(String word, List<String> engines) {
      return COLLECTORS.contains(word);
    }
  },
  JVM_ARGS("jvm-args") {
    @Override
    boolean means(String word, List<String> engines) {
      return word.startsWith("-");
    }
  };

  static final List<String> COLLECTORS = List.of("parallel", "serial", "g1", "zgc");
  static final List<String> STYLES = List.of("hand", "coercion", "host");

  private final String key;

  Aspect(String key) {
    this.key = key;
  }

  /** The key in {@code key=value}. */
  String key() {
    return key;
  }

  /**
   * Whether a bare word can be a value of it, told by what the word is.
   *
   * @param engines ids of all engines
   */
  abstract boolean means(String word, List<String> engines);

  static Optional<Aspect> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Aspect::key).toList();
  }

  /** The style that a word names. */
  static Optional<BindingStyle> style(String word) {
    return switch (word) {
      case "hand" -> Optional.of(BindingStyle.HAND);
      case "coercion" -> Optional.of(BindingStyle.COERCED);
      case "host" -> Optional.of(BindingStyle.HOST);
      default -> Optional.empty();
    };
  }

  static boolean isScript(Path file) {
    return Stream.of(Language.values()).anyMatch(language -> language.owns(file));
  }

  private static boolean hasSuites(Path folder) {
    return Files.isDirectory(folder) && !SuiteFiles.in(folder).isEmpty();
  }
}
