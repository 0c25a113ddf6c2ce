package org.bindbench.cli.compare.sides;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.UsageException;

/**
 * Reads what {@code --base} and {@code --head} say: {@code key=value}, or a bare word that is known
 * by what it is.
 */
public final class SideParser {
  private static final Pattern KEY_VALUE = Pattern.compile("([a-z-]+)=(.*)");

  private final String option;
  private final List<String> engines;
  private final Map<Aspect, List<String>> values = new EnumMap<>(Aspect.class);

  private SideParser(String option, List<String> engines) {
    this.option = option;
    this.engines = engines;
  }

  /**
   * One side.
   *
   * @param option {@code --base} or {@code --head}, for messages
   * @param texts what was given for it, each perhaps several words with commas between them
   * @param engines ids of all engines
   * @throws UsageException where a word is unknown or ambiguous, or names something a second time
   */
  public static SideSpec parse(String option, List<String> texts, List<String> engines) {
    SideParser parser = new SideParser(option, engines);
    texts.forEach(parser::read);
    return parser.spec();
  }

  /** JVM options may contain commas, so {@code jvm-args=} takes the rest of its text. */
  private void read(String text) {
    String rest = text;
    while (!rest.isEmpty()) {
      int comma = rest.startsWith(Aspect.JVM_ARGS.key() + "=") ? -1 : rest.indexOf(',');
      word((comma < 0 ? rest : rest.substring(0, comma)).strip());
      rest = comma < 0 ? "" : rest.substring(comma + 1);
    }
  }

  private void word(String word) {
    if (word.isEmpty())
      throw new UsageException(
          option + " has an empty word; write words or key=value with single commas between them.");
    Matcher keyed = KEY_VALUE.matcher(word);
    if (keyed.matches() && !word.startsWith("-")) {
      Aspect aspect = Aspect.of(keyed.group(1)).orElseThrow(() -> unknownKey(keyed.group(1)));
      if (keyed.group(2).isBlank())
        throw new UsageException(option + " has no value for " + aspect.key() + "=.");
      add(aspect, keyed.group(2).strip());
    } else {
      add(meaning(word), word);
    }
  }

  private UsageException unknownKey(String key) {
    return new UsageException(
        "%s has no key \"%s\"; known are %s."
            .formatted(option, key, String.join(", ", Aspect.keys())));
  }

  private Aspect meaning(String word) {
    List<Aspect> meanings;
    try {
      meanings = Arrays.stream(Aspect.values()).filter(each -> each.means(word, engines)).toList();
    } catch (InvalidPathException e) {
      meanings = List.of();
    }
    if (meanings.size() == 1) return meanings.get(0);
    if (meanings.isEmpty())
      throw new UsageException(
          "%s %s: this is no engine (%s), style (%s), collector (%s), JVM, jar or folder with suites; write it as key=value with one of the keys %s."
              .formatted(
                  option,
                  word,
                  String.join(", ", engines),
                  String.join(", ", Aspect.STYLES),
                  String.join(", ", Aspect.COLLECTORS),
                  String.join(", ", Aspect.keys())));
    throw new UsageException(
        "%s %s could be %s; write %s=%s or %s=%s."
            .formatted(
                option,
                word,
                String.join(" or ", meanings.stream().map(Aspect::key).toList()),
                meanings.get(0).key(),
                word,
                meanings.get(1).key(),
                word));
  }

  private void add(Aspect aspect, String value) {
    List<String> all = values.computeIfAbsent(aspect, any -> new ArrayList<>());
    boolean several = aspect == Aspect.SUITES || aspect == Aspect.JVM_ARGS;
    if (!several && !all.isEmpty())
      throw new UsageException(
          "%s names two values of %s, %s and %s; a side has one."
              .formatted(option, aspect.key(), all.get(0), value));
    all.add(value);
  }

  private SideSpec spec() {
    return new SideSpec(
        all(Aspect.SUITES).stream().map(this::path).toList(),
        one(Aspect.CLASSPATH),
        one(Aspect.ENGINE).map(id -> known(Aspect.ENGINE, id, engines)),
        one(Aspect.STYLE).flatMap(this::style),
        one(Aspect.JVM),
        one(Aspect.GC).map(word -> known(Aspect.GC, word, Aspect.COLLECTORS)),
        all(Aspect.JVM_ARGS).stream()
            .flatMap(options -> Arrays.stream(options.split("\\s+")))
            .toList());
  }

  private Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(option + " " + text + " is no path: " + e.getReason());
    }
  }

  private Optional<BindingStyle> style(String word) {
    return Aspect.style(known(Aspect.STYLE, word, Aspect.STYLES));
  }

  private String known(Aspect aspect, String word, List<String> words) {
    if (words.contains(word)) return word;
    throw new UsageException(
        "%s %s=%s: there is no such %s; known are %s."
            .formatted(option, aspect.key(), word, aspect.key(), String.join(", ", words)));
  }

  private Optional<String> one(Aspect aspect) {
    return all(aspect).stream().findFirst();
  }

  private List<String> all(Aspect aspect) {
    return values.getOrDefault(aspect, List.of());
  }
}
