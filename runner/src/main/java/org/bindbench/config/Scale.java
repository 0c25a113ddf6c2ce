package org.bindbench.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.Written;
import org.bindbench.model.Sizes;

/** What JSON Schema cannot say of the sizes that growth is followed over: they rise, and far. */
final class Scale {
  /** For every level at once; the name of one may follow. */
  static final String KEY = "sizes.scaling.sizes";

  private static final JsonPointer AT = JsonPointer.compile("/" + KEY.replace('.', '/'));

  private Scale() {}

  /** Adds a fault for each entry that does not rise, and for lists that do not reach far. */
  static void check(Written written, Faults faults) {
    list(written, AT, KEY, faults);
    for (String level : Level.IDS)
      list(written, AT.appendProperty(level), KEY + "." + level, faults);
  }

  private static void list(Written written, JsonPointer at, String key, Faults faults) {
    JsonNode list = written.tree().at(at);
    if (!list.isArray() || !list.valueStream().allMatch(Scale::isInt)) return;
    List<Integer> sizes = list.valueStream().map(JsonNode::asInt).toList();
    for (int i = 1; i < sizes.size(); i++)
      if (sizes.get(i) <= sizes.get(i - 1))
        faults.add(
            written.at(at.appendIndex(i)),
            "%s has %d after %d".formatted(key, sizes.get(i), sizes.get(i - 1)),
            "sizes that rise",
            "sort them, each once");
    if (sizes.size() < Sizes.FEWEST_SIZES || sizes.get(0) < 1) return;
    int last = sizes.size() - 1;
    if (sizes.get(last) / Sizes.LEAST_RANGE < sizes.get(0))
      faults.add(
          written.at(at.appendIndex(last)),
          "%s goes from %d to %d".formatted(key, sizes.get(0), sizes.get(last)),
          "the last to be at least %d times the first".formatted(Sizes.LEAST_RANGE),
          "write %d or more here, or begin lower"
              .formatted((long) Sizes.LEAST_RANGE * sizes.get(0)));
  }

  private static boolean isInt(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt();
  }
}
