package org.bindbench.cli.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.cli.Workbench;
import org.bindbench.config.Given;
import org.bindbench.config.Settings;
import org.bindbench.config.Sources;
import org.bindbench.config.Vocabulary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the settings come from, for every command. */
public final class SettingsOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A file of settings; default: bindbench.yaml in the current folder, if any.")
  @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "A setting, such as levels.quick.forks=5 or gates.most_major=1; stronger than the file;"
              + " repeatable.")
  List<String> assignments = new ArrayList<>();

  /**
   * Sets a key after all that were given.
   *
   * @param value in YAML, so that a text with marks of its own needs quotes
   */
  public void set(String key, String value) {
    assignments.add(key + "=" + value);
  }

  /** The file they are read from: the one named, else the usual one if it is there. */
  public Optional<Path> file() {
    return Sources.fileOr(Optional.ofNullable(config));
  }

  /**
   * The settings in effect.
   *
   * @param given what options with names of their own say, stronger than {@code --set}
   */
  public Settings settings(List<Given> given) {
    return settings(given, new Workbench().vocabulary());
  }

  /** The settings in effect, by the words that suites and engines know. */
  Settings settings(List<Given> given, Vocabulary vocabulary) {
    return new Sources(file(), assignments, given).settings(vocabulary);
  }
}
