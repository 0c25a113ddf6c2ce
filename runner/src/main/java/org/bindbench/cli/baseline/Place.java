package org.bindbench.cli.baseline;

import java.nio.file.Path;
import java.util.List;
import org.bindbench.cli.plan.SettingsOptions;
import org.bindbench.config.Given;
import org.bindbench.config.Settings;
import org.bindbench.history.baseline.BaselineStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that measure nothing: where results are, and the settings. */
public final class Place {
  @Mixin public SettingsOptions sources = new SettingsOptions();

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      description = "Where results are; default: reports.")
  @Nullable Path outputDir;

  /** The settings in effect. */
  public Settings settings() {
    return sources.settings(
        outputDir == null
            ? List.of()
            : List.of(Given.text("--output-dir", "output.folder", outputDir.toString())));
  }

  /** The baselines below the folder for results. */
  public static BaselineStore store(Settings settings) {
    return new BaselineStore(settings.outputFolder().resolve("baselines"));
  }
}
