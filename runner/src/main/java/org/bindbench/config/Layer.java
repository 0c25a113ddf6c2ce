package org.bindbench.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindbench.config.yaml.Written;

/**
 * The settings of one source by dotted key, without short forms: what is written once for both
 * languages, for every level or for every engine stands here for each of them.
 */
final class Layer {
  /** One key for several: the choice goes between the two groups. */
  private record ShortForm(Pattern key, List<String> choices) {
    ShortForm(String key, List<String> choices) {
      this(Pattern.compile(key), choices);
    }
  }

  private static final List<ShortForm> SHORT_FORMS =
      List.of(
          new ShortForm("(levels\\.[^.]+\\.measured)()", List.of("jit", "other")),
          new ShortForm(
              "(levels\\.[^.]+\\.warm_up)()",
              List.of("jit.least", "jit.most", "other.least", "other.most")),
          new ShortForm("(levels\\.[^.]+\\.warm_up)(\\.(?:least|most))", List.of("jit", "other")),
          new ShortForm("(levels\\.[^.]+\\.warm_up\\.(?:jit|other))()", List.of("least", "most")),
          new ShortForm("(sizes\\.[^.]+\\.[^.]+)()", Level.IDS),
          new ShortForm(
              "(thresholds\\.(?:rate\\.)?[^.]+)(\\.(?:critical|warning|optimal|exclusive|fail))",
              List.of("python", "lua")));

  private Layer() {}

  static Map<String, Setting> of(Written written) {
    List<Setting> leaves = new ArrayList<>();
    leaves("", JsonPointer.empty(), written.tree(), written, leaves);
    return of(leaves);
  }

  /** What is written for one alone wins over what is written for all, in whatever order. */
  static Map<String, Setting> of(List<Setting> leaves) {
    Map<String, Setting> layer = new LinkedHashMap<>();
    for (Setting leaf : leaves)
      for (String key : keys(leaf.key()))
        if (key.equals(leaf.key()) || !isNearer(key, leaf, leaves))
          layer.put(key, new Setting(key, leaf.value(), leaf.origin()));
    return layer;
  }

  /** Whether another leaf is this key, or a map that the key lies in. */
  private static boolean isNearer(String key, Setting leaf, List<Setting> leaves) {
    return leaves.stream()
        .map(Setting::key)
        .filter(other -> !other.equals(leaf.key()))
        .anyMatch(other -> key.equals(other) || key.startsWith(other + "."));
  }

  private static void leaves(
      String key, JsonPointer at, JsonNode node, Written written, List<Setting> leaves) {
    if (!node.isObject()) leaves.add(new Setting(key, node, written.at(at)));
    else
      node.properties()
          .forEach(
              entry ->
                  leaves(
                      key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(),
                      at.appendProperty(entry.getKey()),
                      entry.getValue(),
                      written,
                      leaves));
  }

  private static List<String> keys(String key) {
    for (ShortForm form : SHORT_FORMS) {
      Matcher matcher = form.key().matcher(key);
      if (matcher.matches())
        return form.choices().stream()
            .map(choice -> matcher.group(1) + "." + choice + matcher.group(2))
            .toList();
    }
    return List.of(key);
  }
}
