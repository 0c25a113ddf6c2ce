package org.bindbench.config.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a source says, with its places.
 *
 * @param tree the values
 * @param keys where each key is written
 * @param values where each value begins
 */
public record Written(
    JsonNode tree, Map<JsonPointer, Origin> keys, Map<JsonPointer, Origin> values) {
  public Written {
    keys = Map.copyOf(keys);
    values = Map.copyOf(values);
  }

  /** Where the value is written. */
  public Origin at(JsonPointer value) {
    return Optional.ofNullable(values.get(value)).orElseThrow();
  }

  /** Where the key is written. */
  Origin keyAt(JsonPointer key) {
    return Optional.ofNullable(keys.get(key)).orElseThrow();
  }

  /** The same below a dotted key, whose parts are written at that place. */
  public Written below(String dotted, Origin place) {
    JsonPointer prefix = JsonPointer.empty();
    Map<JsonPointer, Origin> outerKeys = new HashMap<>();
    Map<JsonPointer, Origin> outerValues = new HashMap<>();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode inner = root;
    String[] parts = dotted.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      outerValues.put(prefix, place);
      prefix = prefix.appendProperty(parts[i]);
      outerKeys.put(prefix, place);
      if (i == parts.length - 1) inner.set(parts[i], tree);
      else inner = inner.putObject(parts[i]);
    }
    JsonPointer top = prefix;
    keys.forEach((pointer, at) -> outerKeys.put(top.append(pointer), at));
    values.forEach((pointer, at) -> outerValues.put(top.append(pointer), at));
    return new Written(root, outerKeys, outerValues);
  }

  /** {@code levels.quick.forks}, as people name a place in the settings. */
  static String dotted(JsonPointer pointer) {
    StringBuilder name = new StringBuilder();
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      if (!name.isEmpty()) name.append('.');
      name.append(rest.getMatchingProperty());
    }
    return name.toString();
  }
}
