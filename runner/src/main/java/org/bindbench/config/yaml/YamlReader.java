package org.bindbench.config.yaml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads one YAML document event by event, so that nothing is expanded: aliases and tags are faults,
 * and depth is bounded. A text that is no YAML, or too deep, says nothing.
 */
public final class YamlReader {
  private static final int DEEPEST = 20;
  private static final int MOST_DIGITS = 30;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final YAMLFactory YAML = new YAMLFactory();

  /** A number that YAML 1.1 reads to the base 8, and people do not. */
  private static final Pattern LEADING_ZERO = Pattern.compile("([-+]?)0[0_]*([0-9_]+)");

  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9._]+([eE][-+]?[0-9]+)?");

  private final YAMLParser parser;
  private final BiFunction<Integer, Integer, Origin> places;
  private final Faults faults;
  private final Map<JsonPointer, Origin> keys = new HashMap<>();
  private final Map<JsonPointer, Origin> values = new HashMap<>();
  private JsonNode root;
  private boolean isBroken;

  private YamlReader(
      YAMLParser parser,
      JsonNode ifEmpty,
      BiFunction<Integer, Integer, Origin> places,
      Faults faults) {
    this.root = ifEmpty;
    this.parser = parser;
    this.places = places;
    this.faults = faults;
  }

  /** A file of settings; an empty one is an empty map. */
  public static Written file(Path file, Faults faults) {
    String text = SourceText.read(file, faults).orElse("");
    return read(
        text,
        NODES.objectNode(),
        (line, column) -> new Origin(file.toString(), line, column),
        faults);
  }

  /** A text whose values are all written at one place; an empty one is null. */
  public static Written text(String text, Origin place, Faults faults) {
    return read(text, NODES.nullNode(), (line, column) -> place, faults);
  }

  private static Written read(
      String text, JsonNode ifEmpty, BiFunction<Integer, Integer, Origin> places, Faults faults) {
    try (YAMLParser parser = YAML.createParser(text)) {
      YamlReader reader = new YamlReader(parser, ifEmpty, places, faults);
      reader.document();
      return new Written(reader.root, reader.keys, reader.values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void document() throws IOException {
    values.put(JsonPointer.empty(), places.apply(1, 1));
    try {
      if (parser.nextToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) return;
      value(JsonPointer.empty(), 0, node -> root = node);
      if (parser.nextToken() != null)
        faults.add(
            here(), "a second document begins", "one document", "remove everything from here on");
    } catch (JsonProcessingException e) {
      syntax(e);
    }
    if (isBroken) root = NODES.objectNode();
  }

  private void value(JsonPointer at, int depth, Consumer<JsonNode> attach) throws IOException {
    Origin here = here();
    values.put(at, here);
    if (parser.isCurrentAlias())
      faults.add(
          here,
          "the alias *" + parser.getText(),
          "a value",
          "write the value out, without & and *");
    if (parser.getTypeId() != null)
      faults.add(here, "the tag " + parser.getTypeId(), "a plain value", "remove the tag");
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode map = NODES.objectNode();
        attach.accept(map);
        if (isShallow(depth, here)) map(at, depth, map);
      }
      case START_ARRAY -> {
        ArrayNode list = NODES.arrayNode();
        attach.accept(list);
        if (isShallow(depth, here))
          while (parser.nextToken() != JsonToken.END_ARRAY)
            value(at.appendIndex(list.size()), depth + 1, list::add);
      }
      case VALUE_TRUE, VALUE_FALSE -> attach.accept(NODES.booleanNode(parser.getBooleanValue()));
      case VALUE_NULL -> attach.accept(NODES.nullNode());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(here).ifPresent(attach);
      default -> attach.accept(NODES.textNode(parser.getText()));
    }
  }

  private void map(JsonPointer at, int depth, ObjectNode map) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonPointer key = at.appendProperty(name);
      Origin here = here();
      Optional<Origin> first = Optional.ofNullable(keys.putIfAbsent(key, here));
      first.ifPresent(
          earlier ->
              faults.add(
                  here,
                  "the key \"" + name + "\" stands here again, after " + earlier.seenFrom(here),
                  "each key once",
                  "remove one of the two"));
      parser.nextToken();
      if (first.isPresent()) parser.skipChildren();
      else value(key, depth + 1, node -> map.set(name, node));
    }
  }

  private boolean isShallow(int depth, Origin here) throws IOException {
    if (depth < DEEPEST) return true;
    faults.add(here, "this is nested too deeply", "at most " + DEEPEST + " levels", "flatten it");
    isBroken = true;
    parser.skipChildren();
    return false;
  }

  private Optional<JsonNode> number(Origin here) throws IOException {
    String text = parser.getText();
    boolean isWhole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
    if (text.length() > MOST_DIGITS || !isWhole && !isFinite(text)) {
      faults.add(
          here,
          "the number " + text + " is not finite, or too large",
          "a number in its range",
          "write a smaller one");
      return Optional.empty();
    }
    var zero = LEADING_ZERO.matcher(text);
    if (zero.matches()) {
      faults.add(
          here,
          text + " has a leading zero, which YAML reads to the base 8",
          "a decimal number",
          "write " + zero.group(1) + zero.group(2));
      return Optional.empty();
    }
    return Optional.of(
        isWhole
            ? NODES.numberNode(parser.getBigIntegerValue())
            : NODES.numberNode(parser.getDecimalValue()));
  }

  /** YAML also has {@code .inf} and {@code .nan}. */
  private static boolean isFinite(String text) {
    return DECIMAL.matcher(text).matches()
        && Double.isFinite(Double.parseDouble(text.replace("_", "")));
  }

  private void syntax(JsonProcessingException e) {
    isBroken = true;
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      Origin at =
          places.apply(
              marked.getProblemMark().getLine() + 1, marked.getProblemMark().getColumn() + 1);
      String problem = String.valueOf(marked.getProblem()).replaceAll("[\\s:]+$", "");
      if (problem.contains("(TAB)"))
        faults.add(at, "a tab", "spaces", "indent with spaces instead of tabs");
      else
        faults.add(
            at,
            "this is no YAML (" + problem + ")",
            "lines of `key: value`, indented with spaces",
            "look at this line and the one above");
      return;
    }
    JsonLocation location = e.getLocation();
    faults.add(
        location == null ? here() : places.apply(location.getLineNr(), location.getColumnNr()),
        "this is neither a plain key nor a finite number",
        "lines of `key: value`",
        "write it plainly, or in quotes");
  }

  private Origin here() {
    JsonLocation location = parser.currentTokenLocation();
    return places.apply(location.getLineNr(), location.getColumnNr());
  }
}
