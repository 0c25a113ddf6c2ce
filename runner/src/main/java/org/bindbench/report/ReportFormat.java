package org.bindbench.report;

import org.bindbench.analysis.RunAnalysis;

/**
 * A form a finished run can be written in, found by {@link java.util.ServiceLoader}. A format only
 * turns results into bytes; where they go is {@link ReportWriter}'s business.
 */
public interface ReportFormat {
  /** The word for {@code --format}. */
  String id();

  /** The name of the file, without a folder. */
  String fileName();

  /**
   * The whole file. The same analysis always yields the same bytes.
   *
   * @throws IllegalStateException where what was made breaks its own schema, which is a bug of ours
   */
  byte[] write(RunAnalysis analysis);
}
