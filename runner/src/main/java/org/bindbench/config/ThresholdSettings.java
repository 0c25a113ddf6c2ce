package org.bindbench.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.Origin;
import org.bindbench.model.Language;
import org.bindbench.model.Threshold;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.PauseMetrics;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.StressMetrics;

/**
 * The thresholds of one metric in one language, by field.
 *
 * @param name the metric as it stands in the settings: {@code rate.calls}
 */
record ThresholdSettings(String name, String language, Map<String, Setting> fields) {
  private static final String PREFIX = "thresholds.";

  /** Those among the settings, without short forms. */
  static List<ThresholdSettings> of(Iterable<Setting> settings) {
    Map<String, ThresholdSettings> found = new LinkedHashMap<>();
    for (Setting setting : settings) {
      if (!setting.key().startsWith(PREFIX)) continue;
      String[] path = setting.key().substring(PREFIX.length()).split("\\.");
      String language = path[path.length - 2];
      String name = String.join(".", List.of(path).subList(0, path.length - 2));
      found
          .computeIfAbsent(
              name + "." + language,
              key -> new ThresholdSettings(name, language, new LinkedHashMap<>()))
          .fields()
          .put(path[path.length - 1], setting);
    }
    return List.copyOf(found.values());
  }

  /** The threshold, empty where it has no limit. */
  Optional<Threshold> threshold() {
    if (limits().isEmpty()) return Optional.empty();
    Language of =
        List.of(Language.values()).stream()
            .filter(each -> each.id().equals(language))
            .findFirst()
            .orElseThrow();
    return Optional.of(
        new Threshold(
            metric(),
            of,
            bound("critical"),
            bound("warning"),
            bound("optimal"),
            isTrue("exclusive"),
            isTrue("fail")));
  }

  /** Adds a fault where a better limit lies on the worse side of another. */
  void checkOrder(Faults faults) {
    List<String> ordered = limits();
    for (int better = 1; better < ordered.size(); better++)
      for (int worse = 0; worse < better; worse++)
        checkPair(ordered.get(worse), ordered.get(better), faults);
  }

  private void checkPair(String worse, String better, Faults faults) {
    boolean rises = metric().direction() == Direction.HIGHER_IS_BETTER;
    double step = limit(better) - limit(worse);
    if (rises ? step >= 0 : step <= 0) return;
    boolean betterIsDefault = at(better).equals(Origin.DEFAULT);
    String mine = betterIsDefault ? worse : better;
    String others = betterIsDefault ? better : worse;
    faults.add(
        at(mine),
        "thresholds.%s has %s %s, but %s %s (%s)"
            .formatted(
                name,
                mine,
                field(mine).text(),
                others,
                field(others).text(),
                at(others).seenFrom(at(mine))),
        "critical, warning and optimal to %s, as %s is better"
            .formatted(rises ? "rise" : "fall", rises ? "higher" : "lower"),
        "change one of the two");
  }

  private Metric metric() {
    String rate = Metrics.RATE + ".";
    if (name.startsWith(rate)) return Metrics.rate(name.substring(rate.length()));
    return Stream.of(Metrics.all(), StressMetrics.all(), RecoveryMetrics.all(), PauseMetrics.all())
        .flatMap(List::stream)
        .filter(each -> each.id().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The limits that have a number, from the worst to the best. */
  private List<String> limits() {
    List<String> limits = new ArrayList<>(List.of("critical", "warning", "optimal"));
    limits.removeIf(each -> !fields.containsKey(each) || field(each).value().isNull());
    return limits;
  }

  private Optional<Threshold.Bound> bound(String limit) {
    return limits().contains(limit)
        ? Optional.of(new Threshold.Bound(limit(limit), at(limit).brief()))
        : Optional.empty();
  }

  private boolean isTrue(String key) {
    return fields.containsKey(key) && field(key).value().asBoolean();
  }

  private double limit(String key) {
    return field(key).value().asDouble();
  }

  private Origin at(String key) {
    return field(key).origin();
  }

  private Setting field(String key) {
    return Optional.ofNullable(fields.get(key)).orElseThrow();
  }
}
