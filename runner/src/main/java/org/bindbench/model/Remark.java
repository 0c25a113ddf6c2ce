package org.bindbench.model;

import java.util.List;

/**
 * Something a reader must know to trust a figure.
 *
 * @param subject the case, engine, file or theme it is about
 * @param rows titles of the rows it is about where the subject names none of them; may be empty
 * @param message what was found, with its figures
 * @param advice what to do about it, may be empty
 */
public record Remark(
    Severity severity, String subject, List<String> rows, String message, String advice) {
  public Remark {
    rows = List.copyOf(rows);
  }

  /** A remark whose subject says all it is about. */
  public Remark(Severity severity, String subject, String message, String advice) {
    this(severity, subject, List.of(), message, advice);
  }
}
