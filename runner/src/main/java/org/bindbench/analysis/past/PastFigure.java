package org.bindbench.analysis.past;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.pairing.Fingerprint;

/**
 * One figure of a past run.
 *
 * @param fingerprint the circumstances it was measured in
 * @param forkValues one value per fork, so that a later judgement has the forks
 * @param value the headline of the figure
 * @param estimate with its interval; empty below 3 forks
 * @param caveats the words that stood beside it
 */
public record PastFigure(
    SeriesKey key,
    Fingerprint fingerprint,
    List<Double> forkValues,
    double value,
    Optional<Estimate> estimate,
    List<String> caveats) {
  public PastFigure {
    forkValues = List.copyOf(forkValues);
    caveats = List.copyOf(caveats);
    if (!Double.isFinite(value))
      throw new IllegalArgumentException(key.title() + " must be finite, but is " + value);
  }
}
