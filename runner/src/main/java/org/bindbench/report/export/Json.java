package org.bindbench.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Estimate;

/** The few ways values are put into a document: a number that does not exist is null. */
public final class Json {
  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** The number, or null where it is NaN or infinite, which JSON has no words for. */
  public static void number(ObjectNode node, String name, double value) {
    node.set(name, number(value));
  }

  /** Whole numbers without a fraction or an exponent, which keeps thousands of them readable. */
  public static JsonNode number(double value) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (!Double.isFinite(value)) return factory.nullNode();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
    return whole ? factory.numberNode((long) value) : factory.numberNode(value);
  }

  /** The number, or null where it is negative, which stands for unavailable. */
  static void available(ObjectNode node, String name, double value) {
    number(node, name, value < 0 ? Double.NaN : value);
  }

  /** The numbers, null where there is none. */
  public static ArrayNode numbers(Iterable<Double> values) {
    ArrayNode array = array();
    values.forEach(value -> array.add(number(value)));
    return array;
  }

  static ArrayNode texts(Iterable<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  /** The texts by name. */
  public static ObjectNode texts(Map<String, String> values) {
    ObjectNode node = object();
    values.forEach(node::put);
    return node;
  }

  static ObjectNode estimate(Estimate estimate) {
    ObjectNode node = object();
    number(node, "value", estimate.value());
    number(node, "low", estimate.low());
    number(node, "high", estimate.high());
    number(node, "level", estimate.level());
    return node;
  }

  static ArrayNode caveats(List<Caveat> caveats) {
    return each(
        caveats,
        caveat -> {
          ObjectNode node = object();
          node.put("word", caveat.word());
          node.put("reason", caveat.reason());
          return node;
        });
  }

  static <T> ArrayNode each(List<T> values, Function<T, ObjectNode> form) {
    ArrayNode array = array();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }
}
