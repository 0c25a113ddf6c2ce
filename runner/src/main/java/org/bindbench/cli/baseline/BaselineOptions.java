package org.bindbench.cli.baseline;

import org.bindbench.analysis.gate.FailOn;
import org.bindbench.cli.plan.MeasureOptions;
import org.bindbench.model.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a measuring command does with stored baselines. */
public final class BaselineOptions {
  @Option(
      names = "--baseline",
      paramLabel = "NAME|FILE",
      description = "Compare the run with this baseline at its end. It informs; see --fail-on.")
  @Nullable String baseline;

  @Option(
      names = "--save-baseline",
      paramLabel = "NAME",
      description =
          "Store the run as the baseline of that name, if it passed; one that has the name is only"
              + " replaced by a run that passes against it.")
  @Nullable String save;

  @Option(
      names = "--fail-on",
      paramLabel = "MAGNITUDE",
      description =
          "slight, minor, major or critical: from which worsening against the baseline on the exit"
              + " code is 1; gates: by the usual gates; never. Default: never.")
  @Nullable FailOn failOn;

  @Option(
      names = "--ignore-fingerprint",
      description =
          "Compare with a baseline of another machine, JVM or suite all the same, and save in its"
              + " place; what differs is said, and such rows fail nothing.")
  boolean force;

  @Option(
      names = "--update-baseline-on-improvement",
      description =
          "Store the run in the place of the baseline where it is better, nothing is worse, and the"
              + " run before it said so too.")
  boolean update;

  /**
   * Hands {@code --fail-on} to the settings.
   *
   * @throws UsageException for an option that needs {@code --baseline} where there is none
   */
  public void into(MeasureOptions options) {
    if (baseline == null && (failOn != null || update))
      throw new UsageException(
          "%s needs --baseline: name what the run is compared with."
              .formatted(failOn != null ? "--fail-on" : "--update-baseline-on-improvement"));
    if (baseline == null && save == null && force)
      throw new UsageException("--ignore-fingerprint needs --baseline or --save-baseline.");
    if (failOn != null) options.sources.set("gates.fail_on", failOn.title());
  }
}
