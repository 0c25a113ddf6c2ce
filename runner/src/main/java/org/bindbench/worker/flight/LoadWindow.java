package org.bindbench.worker.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * The part of a load that counts, as an event among the collector's own: it has their clock, so
 * that what lies inside is told without comparing two clocks.
 */
@Name(LoadWindow.NAME)
@Label("Load that counts")
@Description("From before the first call that counts to after the last one")
@Category("Bindbench")
@StackTrace(false)
final class LoadWindow extends Event {
  static final String NAME = "bindbench.LoadWindow";
}
