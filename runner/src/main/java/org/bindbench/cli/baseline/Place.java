package org.bindbench.cli.baseline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.cli.Workbench;
import org.bindbench.config.Given;
import org.bindbench.config.Settings;
import org.bindbench.config.Sources;
import org.bindbench.history.baseline.BaselineStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that measure nothing: where results are, and the settings. */
public final class Place {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A file of settings; default: bindbench.yaml in the current folder, if any.")
  @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting, such as gates.most_major=1; stronger than the file; repeatable.")
  public List<String> assignments = new ArrayList<>();

  @Option(
      names = "--output-dir",
      paramLabel = "FOLDER",
      description = "Where results are; default: reports.")
  @Nullable Path outputDir;

  /** The settings in effect. */
  public Settings settings() {
    List<Given> given = new ArrayList<>();
    if (outputDir != null)
      given.add(Given.text("--output-dir", "output.folder", outputDir.toString()));
    return new Sources(Sources.fileOr(Optional.ofNullable(config)), assignments, given)
        .settings(new Workbench().vocabulary());
  }

  /** The baselines below the folder for results. */
  public static BaselineStore store(Settings settings) {
    return new BaselineStore(settings.outputFolder().resolve("baselines"));
  }
}
