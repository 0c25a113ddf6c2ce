package org.bindbench.worker;

import org.bindbench.engine.HostMemory;

/**
 * The memory that guests see which are opened together or one after another. While they open, what
 * is live is that of the moment before the first: a guest of LuaJ asks for it, and asking takes
 * full collections, which for hundreds of guests would take minutes, decide how many can be open,
 * and count as the time that opening takes.
 */
final class OpeningMemory implements HostMemory {
  private final HostMemory memory;
  private final long liveBefore;
  private boolean isOpening = true;

  OpeningMemory(HostMemory memory) {
    this.memory = memory;
    this.liveBefore = memory.liveBytes();
  }

  /** A guest opens again. */
  void opening() {
    isOpening = true;
  }

  /** From now on what is live is asked for anew. */
  void opened() {
    isOpening = false;
  }

  @Override
  public long liveBytes() {
    return isOpening ? liveBefore : memory.liveBytes();
  }

  @Override
  public long peakBytes() {
    return memory.peakBytes();
  }

  @Override
  public void resetPeak() {
    memory.resetPeak();
  }
}
