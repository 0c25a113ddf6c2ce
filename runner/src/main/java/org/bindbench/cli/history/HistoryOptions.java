package org.bindbench.cli.history;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bindbench.cli.plan.SettingsOptions;
import org.bindbench.config.Settings;
import org.bindbench.history.History;
import org.bindbench.machine.SystemTicker;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the history is: options of every command that works on one. */
final class HistoryOptions {
  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "The history; default: the setting `history.file`, else reports/history.db.")
  @Nullable Path file;

  @Mixin SettingsOptions sources = new SettingsOptions();

  /** The settings in effect. */
  Settings settings() {
    return sources.settings(List.of());
  }

  private @Nullable Path found;

  /** The history that was named, or that of the settings. */
  History history() {
    return of(shown());
  }

  /** Its file, as it was named. */
  Path shown() {
    Path known = found != null ? found : file != null ? file : settings().historyFile();
    found = known;
    return known;
  }

  /** A history as every command opens it. */
  static History of(Path file) {
    return new History(file, History.PATIENCE, SystemTicker.INSTANCE, Clock.systemUTC());
  }
}
