package org.bindbench.report.leak.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.leak.path.Explanation;
import org.bindbench.analysis.leak.path.Growing;
import org.bindbench.analysis.leak.path.Way;
import org.bindbench.model.leak.ClassGrowth;
import org.bindbench.model.leak.LeakEvidence;

/** What an explanation says, sentence by sentence. */
final class PathSentences {
  private static final int MOST_CONTAINERS = 3;
  private static final int MOST_WAYS = 3;
  private static final int MOST_CLASSES = 5;

  private PathSentences() {}

  /**
   * The containers that grew, or that none did; at most three, and how many more there are. None
   * where they could not be looked at, which is among the gaps.
   */
  static List<String> containers(LeakEvidence evidence) {
    if (evidence.containers().isEmpty() && !evidence.lookedAtContainers()) return List.of();
    if (evidence.containers().isEmpty())
      return List.of(
          "no container that the script can reach grew: what holds the memory is not known by name");
    List<Growing> all = Growing.of(evidence.containers());
    List<String> sentences = new ArrayList<>();
    all.stream()
        .limit(MOST_CONTAINERS)
        .forEach(growing -> sentences.add(container(growing, evidence.cycles())));
    int more = all.size() - MOST_CONTAINERS;
    if (more > 0)
      sentences.add("%d more grew, such as %s".formatted(more, all.get(MOST_CONTAINERS).name()));
    return sentences;
  }

  private static String container(Growing growing, int cycles) {
    boolean one = growing.containers() == 1;
    return String.format(
        Locale.ROOT,
        "%s (%s; %s) grew from %,d to %,d elements%s, %,.0f a cycle",
        growing.name(),
        one ? growing.kind() : growing.containers() + " of the kind " + growing.kind(),
        growing.place(),
        growing.before(),
        growing.after(),
        one ? "" : " together",
        (double) growing.added() / cycles);
  }

  /** The ways to sampled objects that stay, or that there was none; at most three. */
  static List<String> ways(Explanation explanation, LeakEvidence evidence) {
    if (evidence.samples() == 0)
      return List.of(
          "no sample of an object that stays: the flight recorder caught none of the classes that"
              + " grew");
    return explanation.ways().stream()
        .limit(MOST_WAYS)
        .map(way -> way(way, evidence.samples()))
        .toList();
  }

  private static String way(Way way, int samples) {
    String share = "%d of %d sampled objects that stay".formatted(way.samples(), samples);
    return way.isHeld()
        ? "held by %s → %s (%s)".formatted(way.root(), way.text(), share)
        : "%s: the JVM found no way to it from a root (%s)".formatted(way.text(), share);
  }

  /** The classes of which more is alive, by their bytes. */
  static String classes(LeakEvidence evidence) {
    if (evidence.classes().isEmpty()) return "no class has an instance more for each cycle";
    int more = evidence.classes().size() - MOST_CLASSES;
    return "more instances after %d cycles of %,d operations: "
            .formatted(evidence.cycles(), evidence.operations())
        + evidence.classes().stream()
            .limit(MOST_CLASSES)
            .map(PathSentences::growth)
            .collect(Collectors.joining(", "))
        + (more > 0 ? " and %d classes more".formatted(more) : "");
  }

  private static String growth(ClassGrowth growth) {
    return String.format(
        Locale.ROOT,
        "%s %+,d (%s)",
        growth.name(),
        growth.instances(),
        Figures.quantity(growth.bytes(), "bytes"));
  }
}
