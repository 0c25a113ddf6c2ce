package org.bindbench.cli.measure;

import java.util.List;
import org.bindbench.cli.baseline.BaselineOptions;

/**
 * What tells one measuring command from another.
 *
 * @param command its name
 * @param usualEngines where {@code -e} names none
 * @param isLeadingOn whether what a time budget leaves goes to what is measured afterwards
 */
public record MeasuringKind(
    String command,
    List<String> usualEngines,
    BaselineOptions baselines,
    Afterwards afterwards,
    boolean isLeadingOn) {
  /** One that measures what its plan says. */
  public static MeasuringKind of(String command, String... usualEngines) {
    return new MeasuringKind(
        command,
        List.of(usualEngines),
        new BaselineOptions(),
        (plan, setups, trials) -> Afterwards.Further.NONE,
        false);
  }

  /** The same, its figures held to a baseline or becoming one. */
  public MeasuringKind with(BaselineOptions options) {
    return new MeasuringKind(command, usualEngines, options, afterwards, isLeadingOn);
  }

  /** The same, with more to measure when its plan is done. */
  public MeasuringKind then(Afterwards more) {
    return new MeasuringKind(command, usualEngines, baselines, more, true);
  }
}
