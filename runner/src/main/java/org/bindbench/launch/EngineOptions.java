package org.bindbench.launch;

import java.util.List;

/**
 * JVM options of an engine's workers.
 *
 * @param usual what the engine needs
 * @param restingHeap what it needs beyond that where its own compiler must keep nothing in the heap
 *     while it rests
 * @param stillHeap what it needs instead where that compiler must not move the heap
 */
public record EngineOptions(List<String> usual, List<String> restingHeap, List<String> stillHeap) {
  public EngineOptions {
    usual = List.copyOf(usual);
    restingHeap = List.copyOf(restingHeap);
    stillHeap = List.copyOf(stillHeap);
  }
}
