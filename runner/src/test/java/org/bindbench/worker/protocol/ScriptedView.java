package org.bindbench.worker.protocol;

import java.util.OptionalLong;
import org.bindbench.worker.heap.HeapView;

/** A heap and a process that are as a test sets them. */
public final class ScriptedView implements HeapView {
  public long maxBytes = 1000L << 20;
  public long committedBytes;
  public long collectingNanos;
  public long collections;
  public OptionalLong usedAfterLastCollection = OptionalLong.empty();
  public OptionalLong regionBytes = OptionalLong.empty();
  public OptionalLong residentBytes = OptionalLong.empty();
  public OptionalLong peakResidentBytes = OptionalLong.empty();

  @Override
  public long maxBytes() {
    return maxBytes;
  }

  @Override
  public long committedBytes() {
    return committedBytes;
  }

  @Override
  public long collectingNanos() {
    return collectingNanos;
  }

  @Override
  public long collections() {
    return collections;
  }

  @Override
  public OptionalLong usedAfterLastCollection() {
    return usedAfterLastCollection;
  }

  @Override
  public OptionalLong regionBytes() {
    return regionBytes;
  }

  @Override
  public OptionalLong residentBytes() {
    return residentBytes;
  }

  @Override
  public OptionalLong peakResidentBytes() {
    return peakResidentBytes;
  }
}
