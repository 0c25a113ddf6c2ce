package org.bindbench.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.Origin;

/** The gate of one metric, by field. */
record GateSettings(String metric, Map<String, Setting> fields) {
  private static final String PREFIX = "gates.";
  private static final List<String> RISING = List.of("least", "minor", "major", "critical");

  static List<GateSettings> of(Iterable<Setting> settings) {
    Map<String, GateSettings> found = new LinkedHashMap<>();
    for (Setting setting : settings) {
      String[] path = setting.key().split("\\.");
      if (!setting.key().startsWith(PREFIX) || path.length != 3) continue;
      found
          .computeIfAbsent(path[1], key -> new GateSettings(key, new LinkedHashMap<>()))
          .fields()
          .put(path[2], setting);
    }
    return new ArrayList<>(found.values());
  }

  ChangeGate gate() {
    return new ChangeGate(
        share("least"), share("minor"), share("major"), share("critical"), share("floor"));
  }

  /** Adds a fault where a share is not above the one before it. */
  void checkOrder(Faults faults) {
    for (int i = 1; i < RISING.size(); i++) {
      String less = RISING.get(i - 1);
      String more = RISING.get(i);
      if (share(more) > share(less)) continue;
      boolean moreIsDefault = field(more).origin().equals(Origin.DEFAULT);
      String mine = moreIsDefault ? less : more;
      String others = moreIsDefault ? more : less;
      Origin at = field(mine).origin();
      faults.add(
          at,
          "gates.%s has %s %s, but %s %s (%s)"
              .formatted(
                  metric,
                  mine,
                  field(mine).text(),
                  others,
                  field(others).text(),
                  field(others).origin().seenFrom(at)),
          "least, minor, major and critical to rise",
          "change one of the two");
    }
  }

  private double share(String key) {
    return field(key).value().asDouble();
  }

  private Setting field(String key) {
    return Optional.ofNullable(fields.get(key)).orElseThrow();
  }
}
