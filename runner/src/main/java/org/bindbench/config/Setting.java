package org.bindbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.bindbench.config.yaml.FlowStyle;
import org.bindbench.config.yaml.Origin;

/**
 * One value that is in effect.
 *
 * @param key its dotted place, as {@code --set} takes it: {@code levels.quick.forks}
 * @param value a scalar or a list
 */
public record Setting(String key, JsonNode value, Origin origin) {
  /** The same with a value in the form of that one: a single text where it is a list is in one. */
  Setting inFormOf(JsonNode other) {
    return other.isArray() && value.isTextual()
        ? new Setting(key, JsonNodeFactory.instance.arrayNode().add(value), origin)
        : this;
  }

  /** The value as it stands in YAML on one line. */
  public String text() {
    return FlowStyle.of(value);
  }
}
