package org.bindbench.analysis.gate;

/** How far both sides of a row are there at all. */
public enum Standing {
  /** Both are there, whatever the verdict. */
  PRESENT,
  /** The base has a figure; the head lacks the case, or the figure. */
  GONE,
  /** The head errored, or answers something else than the base. */
  ERRORED,
  /** The head has the case and the base has not. */
  NEW,
  /** The circumstances differ. Compared or not, such a row blocks nothing. */
  UNLIKE
}
