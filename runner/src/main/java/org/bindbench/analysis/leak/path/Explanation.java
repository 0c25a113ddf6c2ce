package org.bindbench.analysis.leak.path;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Column;
import org.bindbench.model.CaseId;
import org.bindbench.model.leak.LeakEvidence;

/**
 * What was found out about a row that lost memory.
 *
 * @param evidence empty where nothing was found out
 * @param engine the engine that was looked into, which for rows without the JIT is another than the
 *     column's; empty without evidence
 * @param missing why there is no evidence; empty where there is
 * @param ways the ways to objects that stay, in the script's words, the most samples first
 */
public record Explanation(
    CaseId id,
    Column column,
    Optional<LeakEvidence> evidence,
    String engine,
    String missing,
    List<Way> ways) {
  public Explanation {
    ways = List.copyOf(ways);
  }

  /** The row in a sentence: {@code suite.case · column}. */
  public String title() {
    return id + " · " + column;
  }
}
