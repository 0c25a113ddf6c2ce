package org.bindbench.binding.qtforge;

import org.jspecify.annotations.Nullable;

/**
 * A subscriber's tie to a topic. It keeps the subscriber alive, so that whoever holds a weak
 * subscription holds its subscriber too. Safe for several threads.
 */
public final class Subscription {
  private final MessageBus bus;
  private final Entry entry;

  /** Never read: a reference from here is what keeps a weak subscriber from being collected. */
  @SuppressWarnings({"unused", "FieldCanBeLocal"})
  private volatile @Nullable Object kept;

  Subscription(MessageBus bus, Entry entry, Object kept) {
    this.bus = bus;
    this.entry = entry;
    this.kept = kept;
  }

  /** The topic subscribed to. */
  public String topic() {
    return entry.topic();
  }

  /** Whether messages still reach the subscriber. */
  public boolean active() {
    return entry.live();
  }

  /** Ends the subscription: no delivery begins after this returns. A second call does nothing. */
  public void cancel() {
    kept = null;
    entry.cancel();
    bus.drop(entry.topic());
  }
}
