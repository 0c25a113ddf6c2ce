package org.bindbench.analysis.leak.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindbench.model.leak.ReferencePath;

/**
 * How objects that stay are held, from the root to them, in the script's words.
 *
 * @param words what holds what, outermost first, the object itself last; the object alone where the
 *     JVM found no way to it
 * @param root what kind of root it begins with; empty where the JVM found none
 * @param samples sampled objects that lie on this way
 */
public record Way(List<String> words, String root, int samples) {
  public Way {
    words = List.copyOf(words);
  }

  /**
   * The ways that these paths come to, the most samples first. Those that differ only inside an
   * engine are one, and what lies on the way to something else counts for that.
   */
  static List<Way> of(List<ReferencePath> paths) {
    Map<Way, Integer> counts = new LinkedHashMap<>();
    for (ReferencePath path : paths)
      counts.merge(
          new Way(PathWords.of(path), RootWords.of(path.root()), 0), path.samples(), Integer::sum);
    List<Way> shortestFirst = new ArrayList<>(counts.keySet());
    shortestFirst.sort(Comparator.comparingInt(way -> way.words().size()));
    for (Way way : shortestFirst)
      counts.keySet().stream()
          .filter(way::leadsTo)
          .max(Comparator.comparingInt(each -> counts.getOrDefault(each, 0)))
          .ifPresent(
              longer -> {
                Integer samples = counts.remove(way);
                if (samples != null) counts.merge(longer, samples, Integer::sum);
              });
    List<Way> ways = new ArrayList<>();
    counts.forEach((way, samples) -> ways.add(new Way(way.words(), way.root(), samples)));
    ways.sort(Comparator.comparingInt(Way::samples).reversed());
    return ways;
  }

  /** Whether the other way begins with this one and goes on. */
  private boolean leadsTo(Way other) {
    return isHeld()
        && root.equals(other.root)
        && words.size() < other.words.size()
        && other.words.subList(0, words.size()).equals(words);
  }

  /** Whether the JVM found what holds the objects. */
  public boolean isHeld() {
    return !root.isEmpty();
  }

  /** {@code function run → table → table}. */
  public String text() {
    return String.join(" → ", words);
  }
}
