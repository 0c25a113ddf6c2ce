package org.bindbench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bindbench.model.WorkerFacts;

/**
 * What the JVMs of an engine were started with.
 *
 * @param common options of all of them, in their order
 * @param besides what is more in some, each list once
 */
public record JvmOptions(List<String> common, List<List<String>> besides) {
  public JvmOptions {
    common = List.copyOf(common);
    besides = besides.stream().map(List::copyOf).toList();
  }

  /** The options of these workers; none where there is none. */
  public static JvmOptions of(List<WorkerFacts> workers) {
    List<List<String>> all = workers.stream().map(WorkerFacts::jvmOptions).distinct().toList();
    if (all.isEmpty()) return new JvmOptions(List.of(), List.of());
    List<String> common = new ArrayList<>(all.get(0));
    all.forEach(common::retainAll);
    return new JvmOptions(
        common,
        all.stream()
            .map(each -> each.stream().filter(option -> !common.contains(option)).toList())
            .filter(each -> !each.isEmpty())
            .distinct()
            .toList());
  }

  /** Each option that only some have, once. */
  public List<String> ofSome() {
    return besides.stream().flatMap(List::stream).distinct().toList();
  }

  /** {@code -Xmx1g; and of some of its workers -Xmx512m, or -Xmx256m}. */
  String inWords() {
    String words = common.isEmpty() ? "none" : String.join(" ", common);
    return besides.isEmpty()
        ? words
        : words
            + "; and of some of its workers "
            + besides.stream()
                .map(each -> String.join(" ", each))
                .collect(Collectors.joining(", or "));
  }
}
