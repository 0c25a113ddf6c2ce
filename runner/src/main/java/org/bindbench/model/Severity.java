package org.bindbench.model;

/** How much a remark matters. */
public enum Severity {
  NOTE,
  WARNING,
  ERROR
}
