package org.bindbench.config.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Holds settings to {@code schema/bindbench.schema.json}. */
public final class SettingsSchema {
  private static final String RESOURCE = "/schema/bindbench.schema.json";

  private SettingsSchema() {}

  /** The schema as it ships. */
  public static String text() {
    try (InputStream resource = SettingsSchema.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) throw new IllegalStateException(RESOURCE + " is not packaged");
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a fault for every key and value that the schema rejects. */
  public static void check(Written written, Faults faults) {
    for (Error error : Loaded.SCHEMA.validate(written.tree())) {
      JsonPointer at = JsonPointer.compile(error.getInstanceLocation().toString());
      JsonPointer keyword = JsonPointer.compile(error.getSchemaLocation().getFragment().toString());
      JsonNode schema = Loaded.TREE.at(keyword.head());
      switch (error.getKeyword()) {
        case "additionalProperties" -> unknownKey(written, at, error.getProperty(), schema, faults);
        case "uniqueItems" ->
            faults.add(
                written.at(at),
                Written.dotted(at) + " names something twice",
                "each entry once",
                "remove one of the two");
        default -> wrongValue(written, at, schema, faults);
      }
    }
  }

  private static void unknownKey(
      Written written, JsonPointer map, String key, JsonNode schema, Faults faults) {
    faults.add(
        written.keyAt(map.appendProperty(key)),
        (map.matches() ? "there is" : Written.dotted(map) + " has") + " no key \"" + key + "\"",
        Expectation.keys(schema, "or"),
        NearestWord.to(key, Expectation.names(schema))
            .map(near -> "write \"" + near + "\"")
            .orElse("remove it"));
  }

  private static void wrongValue(Written written, JsonPointer at, JsonNode schema, Faults faults) {
    JsonNode value = written.tree().at(at);
    faults.add(
        written.at(at),
        (at.matches() ? "this" : Written.dotted(at)) + state(value, schema),
        Expectation.of(schema),
        advice(at, value, schema));
  }

  /** What the value is, or how many entries a list has where their number is what is wrong. */
  private static String state(JsonNode value, JsonNode schema) {
    if (!value.isArray() || value.isEmpty() || !schema.has("minItems"))
      return " is " + Expectation.shown(value);
    return " has " + value.size() + (value.size() == 1 ? " entry" : " entries");
  }

  private static String advice(JsonPointer at, JsonNode value, JsonNode schema) {
    Optional<String> near = NearestWord.to(value.asText(), Expectation.texts(schema.path("enum")));
    if (near.isPresent()) return "write " + near.get();
    JsonNode example = schema.path("examples").path(0);
    if (example.isMissingNode()) return "write its keys below it, indented, or remove it";
    boolean isEntry = at.matches() || at.last().mayMatchElement();
    return "write, for example, `"
        + (isEntry
            ? example.asText()
            : at.last().getMatchingProperty() + ": " + FlowStyle.of(example))
        + "`";
  }

  /** Read when first asked for, and once. */
  private static final class Loaded {
    static final JsonNode TREE = tree();
    static final Schema SCHEMA =
        SchemaRegistry.withDialect(
                Dialects.getDraft202012(),
                builder ->
                    builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build()))
            .getSchema(TREE);

    private static JsonNode tree() {
      try {
        return new ObjectMapper().readTree(text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
