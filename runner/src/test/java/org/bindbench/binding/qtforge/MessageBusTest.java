package org.bindbench.binding.qtforge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageBusTest {
  private final MessageBus bus = new MessageBus();
  private final List<String> got = new ArrayList<>();
  private @Nullable Object held;

  @Test
  void everySubscriberOfTheTopicGetsTheMessageInOrder() {
    bus.subscribe("news", message -> got.add("a " + message));
    bus.subscribe("news", message -> got.add("b " + message));
    bus.subscribe("other", message -> got.add("c " + message));
    assertThat(bus.publish("news", "hello")).isEqualTo(2);
    assertThat(got).containsExactly("a hello", "b hello");
  }

  @Test
  void aMessageWithoutSubscribersReachesNobody() {
    assertThat(bus.publish("news", "hello")).isZero();
    assertThat(bus.subscriber_count("news")).isZero();
  }

  @Test
  void topicsAreThoseWithSubscribersAndSorted() {
    Subscription b = bus.subscribe("b", got::add);
    bus.subscribe("c", got::add);
    bus.subscribe("a", got::add);
    b.cancel();
    assertThat(bus.topics()).containsExactly("a", "c");
  }

  @Test
  void aCancelledSubscriptionGetsNothingAndCancelsOnce() {
    Subscription first = bus.subscribe("news", got::add);
    bus.subscribe("news", message -> {});
    assertThat(first.active()).isTrue();
    first.cancel();
    first.cancel();
    assertThat(first.active()).isFalse();
    assertThat(first.topic()).isEqualTo("news");
    assertThat(bus.publish("news", "hello")).isEqualTo(1);
    assertThat(bus.subscriber_count("news")).isEqualTo(1);
    assertThat(got).isEmpty();
  }

  @Test
  void theSameSubscriberMaySubscribeTwiceAndCancelOne() {
    Subscriber subscriber = got::add;
    bus.subscribe("news", subscriber);
    bus.subscribe("news", subscriber).cancel();
    assertThat(bus.publish("news", "hello")).isEqualTo(1);
  }

  @Test
  void aSubscriberThatCancelsALaterOneKeepsTheMessageFromIt() {
    List<Subscription> later = new ArrayList<>();
    bus.subscribe("news", message -> later.get(0).cancel());
    later.add(bus.subscribe("news", got::add));
    assertThat(bus.publish("news", "hello")).isEqualTo(1);
    assertThat(got).isEmpty();
  }

  @Test
  void aSubscriberAddedDuringADeliveryGetsTheNextMessage() {
    bus.subscribe("news", message -> bus.subscribe("news", got::add));
    assertThat(bus.publish("news", "first")).isEqualTo(1);
    assertThat(bus.publish("news", "second")).isEqualTo(2);
    assertThat(got).containsExactly("second");
  }

  @Test
  void aSubscriberThatThrowsKeepsNobodyFromTheMessage() {
    RuntimeException first = new IllegalStateException("first");
    RuntimeException second = new IllegalStateException("second");
    bus.subscribe("news", throwing(first));
    bus.subscribe("news", throwing(second));
    bus.subscribe("news", throwing(first));
    bus.subscribe("news", got::add);
    assertThatThrownBy(() -> bus.publish("news", "hello")).isSameAs(first);
    assertThat(first.getSuppressed()).containsExactly(second);
    assertThat(got).containsExactly("hello");
  }

  @Test
  void aWeakSubscriptionLastsAsLongAsItIsHeldAndNoLonger() {
    AtomicInteger received = new AtomicInteger();
    held = bus.subscribe_weak("news", counting(received));
    System.gc();
    assertThat(bus.publish("news", "hello")).isEqualTo(1);
    assertThat(held).isNotNull();
    held = null;
    assertThat(Threads.holdsAfterCollection(() -> bus.subscriber_count("news") == 0)).isTrue();
    assertThat(bus.publish("news", "hello")).isZero();
    assertThat(bus.topics()).isEmpty();
    assertThat(received).hasValue(1);
  }

  @Test
  void aWeakSubscriberThatIsHeldElsewhereKeepsGettingMessages() {
    Subscriber subscriber = counting(new AtomicInteger());
    held = subscriber;
    bus.subscribe_weak("news", subscriber);
    System.gc();
    assertThat(bus.publish("news", "hello")).isEqualTo(1);
    assertThat(held).isNotNull();
  }

  @Test
  void anOwnerThatHoldsItsOwnWeakSubscriptionIsCollected() {
    subscribeAnOwner();
    assertThat(Threads.holdsAfterCollection(() -> bus.subscriber_count("news") == 0)).isTrue();
  }

  @Test
  void aCancelledWeakSubscriptionGetsNothing() {
    Subscription weak = bus.subscribe_weak("news", got::add);
    weak.cancel();
    assertThat(bus.publish("news", "hello")).isZero();
    assertThat(weak.active()).isFalse();
  }

  @Test
  void tenThreadsThatPublishSubscribeAndCancelLoseNoMessage() throws Exception {
    int messages = 2_000;
    AtomicIntegerArray received = new AtomicIntegerArray(10);
    for (int i = 0; i < 10; i++) {
      int subscriber = i;
      bus.subscribe("news", message -> received.incrementAndGet(subscriber));
    }
    Threads.together(
        10,
        thread -> {
          for (int i = 0; i < messages; i++) {
            Subscription passing = bus.subscribe("news", message -> {});
            assertThat(bus.publish("news", "hello")).isGreaterThanOrEqualTo(11);
            passing.cancel();
          }
        });
    for (int i = 0; i < 10; i++) assertThat(received.get(i)).isEqualTo(10 * messages);
    assertThat(bus.subscriber_count("news")).isEqualTo(10);
  }

  @Test
  void aTopicThatEmptiesWhileOthersSubscribeLosesNoSubscription() throws Exception {
    Threads.together(
        10,
        thread -> {
          for (int i = 0; i < 2_000; i++) {
            AtomicInteger received = new AtomicInteger();
            Subscription own = bus.subscribe("news", counting(received));
            bus.publish("news", "hello");
            own.cancel();
            assertThat(received.get()).isPositive();
          }
        });
    assertThat(bus.topics()).isEmpty();
  }

  private void subscribeAnOwner() {
    AtomicReference<Object> owner = new AtomicReference<>();
    owner.set(bus.subscribe_weak("news", message -> owner.get()));
  }

  private static Subscriber counting(AtomicInteger received) {
    return message -> received.incrementAndGet();
  }

  private static Subscriber throwing(RuntimeException failure) {
    return message -> {
      throw failure;
    };
  }
}
