package org.bindbench.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.bindbench.config.yaml.Origin;

/**
 * A setting that an option of the command line gives, already checked.
 *
 * @param option its name, such as {@code --forks}
 * @param key dotted; a part {@code *} stands for the level of the run
 */
public record Given(String option, String key, JsonNode value) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A word or a time. */
  public static Given text(String option, String key, String value) {
    return new Given(option, key, NODES.textNode(value));
  }

  /** A number. */
  public static Given number(String option, String key, int value) {
    return new Given(option, key, NODES.numberNode(value));
  }

  /** A yes or no. */
  public static Given flag(String option, String key, boolean value) {
    return new Given(option, key, NODES.booleanNode(value));
  }

  /** A list of words. */
  public static Given list(String option, String key, List<String> values) {
    var list = NODES.arrayNode();
    values.forEach(list::add);
    return new Given(option, key, list);
  }

  Setting at(String level) {
    return new Setting(key.replace("*", level), value, Origin.word(option));
  }
}
