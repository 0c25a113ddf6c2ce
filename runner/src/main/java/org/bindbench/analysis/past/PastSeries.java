package org.bindbench.analysis.past;

import java.util.List;
import org.bindbench.analysis.pairing.Fingerprint;

/**
 * A metric followed over the runs that were made in the same circumstances.
 *
 * @param readings oldest first; of one time those of the lesser run id first
 */
public record PastSeries(SeriesKey key, Fingerprint fingerprint, List<Reading> readings) {
  public PastSeries {
    readings = List.copyOf(readings);
  }

  /** The last reading. */
  public Reading last() {
    return readings.get(readings.size() - 1);
  }
}
