package org.bindbench.wire.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A value of a document, and where it stands. */
record Place(String pointer, JsonNode node) {
  static Place root(JsonNode document) {
    return new Place("", document);
  }

  Place at(String name) {
    return new Place(pointer + "/" + name, node.path(name));
  }

  boolean isThere() {
    return !node.isMissingNode() && !node.isNull();
  }

  List<Place> elements() throws MalformedException {
    if (!node.isArray()) throw expected("an array");
    List<Place> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) elements.add(new Place(pointer + "/" + i, node.get(i)));
    return elements;
  }

  String text() throws MalformedException {
    if (!node.isTextual() || node.textValue().isBlank()) throw expected("a text");
    return node.textValue();
  }

  /** The number; JMH writes what is none as a text, which is NaN here. */
  double number() throws MalformedException {
    if (node.isTextual()) return Double.NaN;
    if (!node.isNumber()) throw expected("a number");
    return node.doubleValue();
  }

  double[] numbers() throws MalformedException {
    List<Place> elements = elements();
    double[] numbers = new double[elements.size()];
    for (int i = 0; i < numbers.length; i++) numbers[i] = elements.get(i).number();
    return numbers;
  }

  /** Fields as texts, in their order; none where there is no object. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties())
      texts.put(field.getKey(), field.getValue().asText());
    return texts;
  }

  /** The value as it stands there, for comparing. */
  String asWritten() {
    return node.isTextual() ? node.textValue() : isThere() ? node.toString() : "not recorded";
  }

  private MalformedException expected(String what) {
    String found =
        isThere() ? "is " + node.getNodeType().name().toLowerCase(Locale.ROOT) : "is missing";
    return new MalformedException(
        pointer.isEmpty() ? "/" : pointer, what + " is expected, but it " + found);
  }
}
