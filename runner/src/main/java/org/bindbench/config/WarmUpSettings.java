package org.bindbench.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bindbench.config.yaml.Faults;
import org.bindbench.config.yaml.Origin;

/** Both ends of one warm-up as they are set. */
record WarmUpSettings(Setting least, Setting most) {
  private static final String LEAST = ".least";
  private static final String MOST = ".most";

  /** Those among the settings, without short forms. */
  static List<WarmUpSettings> of(Iterable<Setting> settings) {
    Map<String, Setting> ends =
        StreamSupport.stream(settings.spliterator(), false)
            .filter(setting -> setting.key().contains(".warm_up."))
            .collect(Collectors.toMap(Setting::key, setting -> setting));
    List<WarmUpSettings> found = new ArrayList<>();
    ends.forEach(
        (key, least) -> {
          Setting most = ends.get(key.replace(LEAST, MOST));
          if (key.endsWith(LEAST) && most != null) found.add(new WarmUpSettings(least, most));
        });
    return found;
  }

  /** Adds a fault where the shortest time is longer than the longest. */
  void checkOrder(Faults faults) {
    if (time(least).compareTo(time(most)) <= 0) return;
    boolean leastIsDefault = least.origin().equals(Origin.DEFAULT);
    Setting mine = leastIsDefault ? most : least;
    Setting other = leastIsDefault ? least : most;
    faults.add(
        mine.origin(),
        "%s is %s, but %s is %s (%s)"
            .formatted(
                mine.key(),
                mine.text(),
                other.key(),
                other.text(),
                other.origin().seenFrom(mine.origin())),
        "a time at which a warm-up ends at the latest that is no shorter than its shortest",
        "change one of the two, or write one time for both");
  }

  private static Duration time(Setting setting) {
    return Settings.time(setting.key(), setting.value());
  }
}
