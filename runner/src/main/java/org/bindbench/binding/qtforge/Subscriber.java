package org.bindbench.binding.qtforge;

/** Who gets a topic's messages; GraalPy turns any Python callable into one. */
@FunctionalInterface
public interface Subscriber {
  /** Takes one message, on the thread that published it. */
  void receive(String message);
}
