package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.Estimate;

/** The few ways values are put into a document: a number that does not exist is null. */
final class Json {
  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** The number, or null where it is NaN or infinite, which JSON has no words for. */
  static void number(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, value);
    } else {
      node.putNull(name);
    }
  }

  /** The number, or null where it is negative, which stands for unavailable. */
  static void available(ObjectNode node, String name, double value) {
    number(node, name, value < 0 ? Double.NaN : value);
  }

  static ArrayNode numbers(Iterable<Double> values) {
    ArrayNode array = array();
    for (double value : values) {
      if (Double.isFinite(value)) {
        array.add(value);
      } else {
        array.addNull();
      }
    }
    return array;
  }

  static ArrayNode texts(Iterable<String> values) {
    ArrayNode array = array();
    values.forEach(array::add);
    return array;
  }

  static ObjectNode texts(Map<String, String> values) {
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

  static <T> ArrayNode each(List<T> values, java.util.function.Function<T, ObjectNode> form) {
    ArrayNode array = array();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }
}
