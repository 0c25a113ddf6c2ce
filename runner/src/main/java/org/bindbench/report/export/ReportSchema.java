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

/** Holds documents to a schema of the class path. */
final class ReportSchema {
  private final String file;
  private final Schema schema;

  /**
   * Reads the schema.
   *
   * @param resource where it lies on the class path
   * @param file the file whose documents it describes
   */
  ReportSchema(String resource, String file) {
    this.file = file;
    this.schema = load(resource);
  }

  /**
   * Accepts the document.
   *
   * @throws IllegalStateException naming the JSON pointer of the first place that the schema
   *     rejects: whoever composed the document has a bug
   */
  void check(JsonNode document) {
    List<Error> errors = schema.validate(document);
    if (errors.isEmpty()) return;
    Error first = errors.get(0);
    throw new IllegalStateException(
        file
            + " would not follow its schema, at "
            + pointer(first)
            + ": "
            + first.getMessage()
            + (errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)"));
  }

  private static String pointer(Error error) {
    String pointer = String.valueOf(error.getInstanceLocation());
    return pointer.isEmpty() ? "/" : pointer;
  }

  private static Schema load(String path) {
    SchemaRegistry registry =
        SchemaRegistry.withDialect(
            Dialects.getDraft202012(),
            builder ->
                builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()));
    try (InputStream resource = ReportSchema.class.getResourceAsStream(path)) {
      if (resource == null) throw new IllegalStateException(path + " is not packaged");
      return registry.getSchema(resource, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
