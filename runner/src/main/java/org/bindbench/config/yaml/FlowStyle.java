package org.bindbench.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as they stand in YAML on one line. */
public final class FlowStyle {
  private static final Pattern PLAIN =
      Pattern.compile("(?!(?i:true|false|yes|no|on|off|null)$)[A-Za-z/][\\w ./+-]*|\\d+(ms|s|m|h)");

  private FlowStyle() {}

  /** A scalar, or a list of scalars; texts in quotes where YAML would read something else. */
  public static String of(JsonNode value) {
    if (value.isArray())
      return value.valueStream().map(FlowStyle::of).collect(Collectors.joining(", ", "[", "]"));
    if (!value.isTextual() || PLAIN.matcher(value.asText()).matches()) return value.asText();
    return "'" + value.asText().replace("'", "''") + "'";
  }
}
