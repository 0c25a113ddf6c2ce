package org.bindbench.report.chapter;

import java.util.List;
import org.bindbench.report.layout.Grid;

/**
 * One question of a chapter with its figures.
 *
 * @param title the question
 * @param id {@code suite.case}; empty where several cases are behind it
 * @param brief figures as they fit a terminal
 * @param full every figure with its interval
 * @param notes what must be said below them
 */
public record Part(String title, String id, List<Grid> brief, List<Grid> full, List<String> notes) {
  public Part {
    brief = List.copyOf(brief);
    full = List.copyOf(full);
    notes = List.copyOf(notes);
  }

  /** Whether the id says more than the title. */
  boolean hasId() {
    return !id.isEmpty() && !id.equals(title);
  }
}
