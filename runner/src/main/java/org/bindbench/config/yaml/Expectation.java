package org.bindbench.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a schema asks for, and what a value is, in words. */
final class Expectation {
  private static final int LONGEST_TEXT = 60;

  private Expectation() {}

  /** {@code a whole number from 1 to 1000}, {@code parallel, serial, g1 or zgc}. */
  static String of(JsonNode schema) {
    if (schema.has("enum")) return list(texts(schema.get("enum")), "or");
    JsonNode type = schema.path("type");
    List<String> types = new ArrayList<>(type.isArray() ? texts(type) : List.of(type.asText()));
    // A time may be a number of seconds, which its title says for both.
    if (types.contains("string")) types.remove("number");
    return types.stream().map(each -> ofType(each, schema)).collect(Collectors.joining(", or "));
  }

  private static String ofType(String type, JsonNode schema) {
    return switch (type) {
      case "integer" -> "a whole number" + range(schema);
      case "number" -> "a number" + range(schema);
      case "boolean" -> "true or false";
      case "array" ->
          "a list"
              + (schema.has("minItems") ? " of at least " + schema.get("minItems").asText() : "")
              + ", such as "
              + FlowStyle.of(schema.path("examples").path(0));
      case "object" -> "a map with " + keys(schema, "and");
      case "string" -> schema.path("title").asText();
      default -> type;
    };
  }

  /** The keys of a map, as a list in a sentence. */
  static String keys(JsonNode schema, String conjunction) {
    return schema.has("patternProperties")
        ? schema.path("title").asText()
        : list(names(schema), conjunction);
  }

  /** The keys that a map may have. */
  static List<String> names(JsonNode schema) {
    return schema.path("properties").propertyStream().map(each -> each.getKey()).toList();
  }

  static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private static String list(List<String> words, String conjunction) {
    if (words.size() < 2) return String.join("", words);
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " " + conjunction + " " + words.get(last);
  }

  private static String range(JsonNode schema) {
    List<String> ends = new ArrayList<>();
    if (schema.has("minimum")) ends.add("from " + schema.get("minimum").asText());
    if (schema.has("maximum")) ends.add("to " + schema.get("maximum").asText());
    return ends.isEmpty() ? "" : " " + String.join(" ", ends);
  }

  /** {@code the text "many"}, {@code a list}, {@code without a value}. */
  static String shown(JsonNode value) {
    if (value.isNull()) return "without a value";
    if (value.isTextual()) {
      String text = value.asText();
      return "the text \""
          + (text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text)
          + "\"";
    }
    if (value.isNumber()) return "the number " + value.asText();
    if (value.isBoolean()) return value.asText();
    String kind = value.isObject() ? "map" : "list";
    return value.isEmpty() ? "an empty " + kind : "a " + kind;
  }
}
