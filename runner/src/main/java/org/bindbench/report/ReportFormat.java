package org.bindbench.report;

import java.util.Map;
import org.bindbench.analysis.RunAnalysis;

/**
 * A form a finished run can be written in, found by {@link java.util.ServiceLoader}. A format only
 * turns results into bytes; where they go is {@link ReportWriter}'s business.
 */
public interface ReportFormat {
  /** The word for {@code --format}. */
  String id();

  /**
   * The whole of its files, by their names without a folder. The same analysis always yields the
   * same bytes.
   *
   * @throws IllegalStateException where what was made breaks its own schema, which is a bug of ours
   */
  Map<String, byte[]> files(RunAnalysis analysis);
}
