package org.bindbench.model.leak;

/**
 * A container that a script can reach, and how much is in it.
 *
 * @param name how a script would write it, such as {@code sessions["a"].events}
 * @param place where that name is known, such as {@code global of the module memory_leaks}
 * @param kind what it is in its language: {@code list}, {@code table}, {@code ConcurrentHashMap}
 * @param size how many elements or entries it has
 */
public record ContainerSize(String name, String place, String kind, long size) {
  /** What it is called, without how much is in it. */
  ContainerSize named() {
    return new ContainerSize(name, place, kind, 0);
  }
}
