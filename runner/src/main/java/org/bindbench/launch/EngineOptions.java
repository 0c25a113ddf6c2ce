package org.bindbench.launch;

import java.util.List;

/**
 * JVM options of an engine's workers.
 *
 * @param usual what the engine needs
 * @param stillHeap what it needs beyond that where its own compiler must not move the heap
 */
public record EngineOptions(List<String> usual, List<String> stillHeap) {
  public EngineOptions {
    usual = List.copyOf(usual);
    stillHeap = List.copyOf(stillHeap);
  }
}
