package org.bindbench.engine;

/** Opens guests that come and go one after another; what they share lives as long as this. */
@FunctionalInterface
public interface GuestSource extends AutoCloseable {
  /** Opens a guest in this JVM; whoever opens it closes it. */
  Guest open(GuestSetup setup);

  /** Ends what the guests share; none of them may be open any more. */
  @Override
  default void close() {}
}
