package org.bindbench.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

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
    List<Error> errors = Loaded.SCHEMA.validate(document);
    if (errors.isEmpty()) return;
    Error first = errors.get(0);
    throw new IllegalStateException(
        "performance_metrics.json would not follow its schema, at "
            + pointer(first)
            + ": "
            + first.getMessage()
            + (errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)"));
  }

  private static String pointer(Error error) {
    String pointer = String.valueOf(error.getInstanceLocation());
    return pointer.isEmpty() ? "/" : pointer;
  }

  /** Read when first asked for, and once. */
  private static final class Loaded {
    static final Schema SCHEMA = load();

    private static Schema load() {
      SchemaRegistry registry =
          SchemaRegistry.withDialect(
              Dialects.getDraft202012(),
              builder ->
                  builder.schemaRegistryConfig(
                      SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()));
      try (InputStream resource = MetricsSchema.class.getResourceAsStream(RESOURCE)) {
        if (resource == null) throw new IllegalStateException(RESOURCE + " is not packaged");
        return registry.getSchema(resource, InputFormat.JSON);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
