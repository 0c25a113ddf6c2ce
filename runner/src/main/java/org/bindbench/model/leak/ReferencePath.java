package org.bindbench.model.leak;

import java.util.List;

/**
 * How objects of one class were reached from the collector's roots, by the shortest way that the
 * JVM found.
 *
 * @param type class of the objects, as Java code writes it
 * @param references what holds them, then what holds that, up to the root; a reference that repeats
 *     itself, as in a chain of hash nodes, stands there once; empty where the JVM found no way
 * @param root what the root is in the JVM's words, such as {@code Threads: Stack Variable}
 * @param samples sampled objects that were reached in this way
 */
public record ReferencePath(String type, List<Reference> references, String root, int samples) {
  public ReferencePath {
    references = List.copyOf(references);
  }
}
