package org.bindbench.binding.qtforge;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings messages to the subscribers of their topic, on the publisher's thread and in the order of
 * subscription.
 *
 * <p>Safe for several threads: each topic maps to a list that is never changed but replaced within
 * {@link ConcurrentHashMap#compute}, so a message reaches everyone whose subscription was complete
 * when it was published, and no lock is held while subscribers run; they may publish, subscribe and
 * cancel themselves. Subscribing copies the topic's list: it is meant for thousands, not millions.
 *
 * <p>A weak subscription lasts as long as the subscriber <em>or</em> the {@link Subscription} is
 * reachable, which makes one rule for every language: keep the subscription for as long as messages
 * are wanted. Java and LuaJ's hand binding go by the function as well. GraalPy cannot: a Python
 * function reaches Java as a fresh proxy each time, and that proxy is all that can be held weakly.
 * A cycle (a function that holds its own subscription) is collected like any other.
 */
public final class MessageBus {
  private final Map<String, List<Entry>> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  MessageBus() {}

  /** Delivers the topic's messages until the subscription is cancelled. */
  public Subscription subscribe(String topic, Subscriber subscriber) {
    Objects.requireNonNull(subscriber, "a subscriber is missing");
    return add(new Entry.Strong(named(topic), subscriber), subscriber);
  }

  /**
   * Delivers the topic's messages until the subscription is cancelled, or neither it nor the
   * subscriber is reachable any more.
   */
  @SuppressWarnings("MemberName") // scripts see this name
  public Subscription subscribe_weak(String topic, Subscriber subscriber) {
    return subscribeWeakly(topic, subscriber, Subscriber::receive);
  }

  /**
   * As {@link #subscribe_weak}, for a binding whose guest functions are Java objects that can be
   * held weakly themselves.
   *
   * @param target the guest's own function
   * @param delivery calls the target with a message; must not hold the target itself
   */
  <T> Subscription subscribeWeakly(String topic, T target, BiConsumer<T, String> delivery) {
    Objects.requireNonNull(target, "a subscriber is missing");
    return add(new Entry.Weak<>(named(topic), target, delivery, collected), target);
  }

  /**
   * Hands a message to every subscriber of the topic.
   *
   * @return how many got it
   * @throws RuntimeException what the first of the subscribers that failed has thrown, with the
   *     failures of others as suppressed ones, after all have got the message; an {@link Error}
   *     ends the delivery at once
   */
  public int publish(String topic, String message) {
    Objects.requireNonNull(message, "a message is missing");
    dropCollected();
    int delivered = 0;
    RuntimeException first = null;
    for (Entry entry : entries.getOrDefault(named(topic), List.of())) {
      try {
        if (entry.deliver(message)) delivered++;
      } catch (RuntimeException failure) {
        first = firstOf(first, failure);
      }
    }
    if (first != null) throw first;
    return delivered;
  }

  /** Topics that have subscribers, sorted; a fresh list. */
  public List<String> topics() {
    dropCollected();
    return entries.entrySet().stream()
        .filter(topic -> topic.getValue().stream().anyMatch(Entry::live))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** How many subscribers a topic has; 0 for a topic nobody asked for. */
  @SuppressWarnings("MemberName") // scripts see this name
  public int subscriber_count(String topic) {
    dropCollected();
    return (int) entries.getOrDefault(named(topic), List.of()).stream().filter(Entry::live).count();
  }

  /** Takes entries that are no longer live out of a topic, and the topic out when none is left. */
  void drop(String topic) {
    entries.computeIfPresent(
        topic,
        (name, present) -> {
          List<Entry> live = present.stream().filter(Entry::live).toList();
          return live.isEmpty() ? null : live;
        });
  }

  private Subscription add(Entry entry, Object kept) {
    dropCollected();
    entries.compute(
        entry.topic(),
        (topic, present) -> {
          if (present == null) return List.of(entry);
          List<Entry> grown = new ArrayList<>(present.size() + 1);
          grown.addAll(present);
          grown.add(entry);
          return grown;
        });
    return new Subscription(this, entry, kept);
  }

  /** Gives back the room of collected subscribers, in one pass per topic. */
  private void dropCollected() {
    Reference<?> reference = collected.poll();
    if (reference == null) return;
    Set<String> topics = new HashSet<>();
    for (; reference != null; reference = collected.poll()) {
      if (reference instanceof Entry entry) topics.add(entry.topic());
    }
    topics.forEach(this::drop);
  }

  @SuppressWarnings("ReferenceEquality") // an exception cannot suppress itself
  private static RuntimeException firstOf(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) return next;
    if (first != next) first.addSuppressed(next);
    return first;
  }

  private static String named(String topic) {
    return Objects.requireNonNull(topic, "a topic is missing");
  }
}
