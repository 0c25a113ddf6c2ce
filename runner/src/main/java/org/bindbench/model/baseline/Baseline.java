package org.bindbench.model.baseline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The run that later ones are compared with.
 *
 * @param name by which it is asked for
 * @param savedAt when it became the baseline
 * @param origin how it became that, in words
 * @param run id of the run it was made from
 * @param startedAt when that run began
 * @param level its level
 * @param command the words it was started with
 * @param bindbench the version that measured it
 * @param rows what can be compared
 */
public record Baseline(
    String name,
    Instant savedAt,
    String origin,
    String run,
    Instant startedAt,
    String level,
    List<String> command,
    String bindbench,
    List<KeptRow> rows) {
  public Baseline {
    command = List.copyOf(command);
    rows = List.copyOf(rows);
  }

  /** The facts that every row shares, in their order. */
  public Map<String, String> facts() {
    Map<String, String> shared = new LinkedHashMap<>();
    rows.stream().limit(1).forEach(row -> shared.putAll(row.facts()));
    shared
        .entrySet()
        .removeIf(
            fact ->
                rows.stream()
                    .anyMatch(row -> !fact.getValue().equals(row.facts().get(fact.getKey()))));
    return shared;
  }
}
