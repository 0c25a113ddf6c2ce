package org.bindbench.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.Origin;
import org.bindbench.config.yaml.SettingsSchema;
import org.bindbench.config.yaml.Written;
import org.bindbench.config.yaml.YamlReader;
import org.bindbench.model.UsageException;

/**
 * What changes the defaults, each stronger than the one before.
 *
 * @param file a file of settings
 * @param assignments {@code key=value} as {@code --set} takes them
 * @param options settings that plain options give
 */
public record Sources(Optional<Path> file, List<String> assignments, List<Given> options) {
  /** The file that is read where none is named, in the current folder. */
  public static final String USUAL_FILE = "bindbench.yaml";

  private static final int MOST_FAULTS = 50;

  private static final Pattern KEY = Pattern.compile("[^.\\s]+(\\.[^.]+)*");

  public Sources {
    assignments = List.copyOf(assignments);
    options = List.copyOf(options);
  }

  /** The file named, or the usual one where it exists. */
  public static Optional<Path> fileOr(Optional<Path> named) {
    return named.or(() -> Optional.of(Path.of(USUAL_FILE)).filter(Files::exists));
  }

  /**
   * The settings in effect.
   *
   * @throws UsageException with a line for every fault of every source
   */
  public Settings settings(Vocabulary vocabulary) {
    List<String> faults = new ArrayList<>();
    Map<String, Setting> values = new LinkedHashMap<>(Settings.defaultValues());
    for (Source source : sources()) {
      Faults ofSource = source.faults();
      SettingsSchema.check(source.written(), ofSource);
      vocabulary.check(source.written(), ofSource);
      Scale.check(source.written(), ofSource);
      faults.addAll(ofSource.lines());
      if (ofSource.isEmpty())
        Layer.of(source.written()).values().forEach(each -> put(each, values));
    }
    refuse(faults);
    options.stream().filter(each -> each.key().equals("level")).forEach(each -> put(each, values));
    options.stream().filter(each -> !each.key().equals("level")).forEach(each -> put(each, values));
    Settings settings = new Settings(values);
    refuse(settings.orderFaults().lines());
    return settings;
  }

  /** What the defaults have as a list may be written as the only word of one. */
  private static void put(Setting written, Map<String, Setting> values) {
    values.merge(written.key(), written, (before, now) -> now.inFormOf(before.value()));
  }

  private static void put(Given option, Map<String, Setting> values) {
    values.putAll(Layer.of(List.of(option.at(new Settings(values).levelId()))));
  }

  private static void refuse(List<String> faults) {
    if (faults.isEmpty()) return;
    List<String> first = new ArrayList<>(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    if (first.size() < faults.size())
      first.add("... and " + (faults.size() - first.size()) + " more");
    throw new UsageException(String.join("\n", first));
  }

  private record Source(Written written, Faults faults) {}

  private List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    file.ifPresent(
        path -> {
          Faults faults = new Faults();
          sources.add(new Source(YamlReader.file(path, faults), faults));
        });
    assignments.forEach(each -> sources.add(assignment(each)));
    return sources;
  }

  private static Source assignment(String assignment) {
    Origin place = Origin.word("--set " + assignment);
    Faults faults = new Faults();
    int equals = assignment.indexOf('=');
    String key = equals < 0 ? "" : assignment.substring(0, equals).strip();
    if (!KEY.matcher(key).matches()) {
      faults.add(
          place,
          "this is no assignment",
          "KEY=VALUE with a dotted key",
          "write, for example, levels.quick.forks=5");
      return new Source(
          new Written(
              JsonNodeFactory.instance.objectNode(), Map.of(), Map.of(JsonPointer.empty(), place)),
          faults);
    }
    Written value = YamlReader.text(assignment.substring(equals + 1), place, faults);
    return new Source(value.below(key, place), faults);
  }
}
