package org.bindbench.worker;

/** How a kind of case is measured. Found by {@link java.util.ServiceLoader}. */
public interface Protocol {
  /** The word cases declare. */
  String id();

  /** Prepares the case and returns its measurement, which has not begun. */
  Measurement begin(Lab lab);
}
