package org.bindbench.binding.qtforge;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A subscriber's place in the list of its topic. */
sealed interface Entry {
  /** The topic whose list it is in. */
  String topic();

  /** Whether the subscriber is neither cancelled nor collected. */
  boolean live();

  /** Hands the message over; false where the entry is no longer live. */
  boolean deliver(String message);

  /** Ends it; a delivery under way is not interrupted. */
  void cancel();

  /** Keeps its subscriber alive. */
  final class Strong implements Entry {
    private final String topic;
    private volatile @Nullable Subscriber subscriber;

    Strong(String topic, Subscriber subscriber) {
      this.topic = topic;
      this.subscriber = subscriber;
    }

    @Override
    public String topic() {
      return topic;
    }

    @Override
    public boolean live() {
      return subscriber != null;
    }

    @Override
    public boolean deliver(String message) {
      Subscriber current = subscriber;
      if (current == null) return false;
      current.receive(message);
      return true;
    }

    @Override
    public void cancel() {
      subscriber = null;
    }
  }

  /** Lasts as long as its target is reachable from elsewhere; {@code delivery} must not hold it. */
  final class Weak<T> extends WeakReference<T> implements Entry {
    private final String topic;
    private final BiConsumer<T, String> delivery;

    Weak(
        String topic,
        T target,
        BiConsumer<T, String> delivery,
        ReferenceQueue<? super T> collected) {
      super(target, collected);
      this.topic = topic;
      this.delivery = delivery;
    }

    @Override
    public String topic() {
      return topic;
    }

    @Override
    public boolean live() {
      return !refersTo(null);
    }

    @Override
    public boolean deliver(String message) {
      T target = get();
      if (target == null) return false;
      delivery.accept(target, message);
      return true;
    }

    @Override
    public void cancel() {
      clear();
    }
  }
}
