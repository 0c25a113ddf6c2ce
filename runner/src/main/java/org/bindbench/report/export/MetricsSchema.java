package org.bindbench.report.export;

import com.fasterxml.jackson.databind.JsonNode;

/** Holds a document to {@code schema/performance_metrics.schema.json}. */
final class MetricsSchema {
  /** Where the schema lies on the class path. */
  static final String RESOURCE = "/schema/performance_metrics.schema.json";

  private MetricsSchema() {}

  /**
   * Accepts the document.
   *
   * @throws IllegalStateException naming the JSON pointer of the first place that the schema
   *     rejects: whoever composed the document has a bug
   */
  static void check(JsonNode document) {
    Loaded.SCHEMA.check(document);
  }

  /** Read when first asked for, and once. */
  private static final class Loaded {
    static final ReportSchema SCHEMA = new ReportSchema(RESOURCE, "performance_metrics.json");
  }
}
