package org.bindbench.worker.flight;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * What Serial's old generation grew by in young collections, which is what they promoted. No event
 * of the recorder tells it, but the notification of each collection has the generations' use before
 * and after, and the collection's number ({@code com.sun.management.GcInfo}). They come on a thread
 * of the JVM's, a little later, so the end waits for the last one.
 */
final class TenuredGrowth implements NotificationListener {
  /** Serial's bean of young collections. */
  static final String YOUNG = "Copy";

  private static final String OLD = "Tenured Gen";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final GarbageCollectorMXBean young;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition heard = lock.newCondition();
  private final TreeMap<Long, Long> grownBytes = new TreeMap<>();
  private long first;
  private long last;

  private TenuredGrowth(GarbageCollectorMXBean young) {
    this.young = young;
    ((NotificationEmitter) young).addNotificationListener(this, null, null);
  }

  /** Listens to Serial's young collections; empty where this JVM has another collector. */
  static Optional<TenuredGrowth> ofThisJvm() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(bean -> bean.getName().equals(YOUNG))
        .findFirst()
        .map(TenuredGrowth::new);
  }

  /** Collections from now on count. */
  void begin() {
    first = young.getCollectionCount();
  }

  /** Collections from now on do not. */
  void end() {
    last = young.getCollectionCount();
  }

  @Override
  public void handleNotification(Notification notification, Object handback) {
    if (!notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) return;
    GcInfo info =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
            .getGcInfo();
    lock.lock();
    try {
      grownBytes.put(
          info.getId(), old(info.getMemoryUsageAfterGc()) - old(info.getMemoryUsageBeforeGc()));
      heard.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static long old(Map<String, MemoryUsage> pools) {
    MemoryUsage pool = pools.get(OLD);
    if (pool == null) throw new IllegalStateException("Serial has no " + OLD + ", but " + pools);
    return pool.getUsed();
  }

  /**
   * What the collections that count promoted, once a notification of each has come.
   *
   * @return bytes; empty where some did not come
   */
  Optional<Long> promotedBytes() throws InterruptedException {
    long waitNanos = LONGEST_WAIT.toNanos();
    lock.lock();
    try {
      while (counted().size() < last - first && waitNanos > 0)
        waitNanos = heard.awaitNanos(waitNanos);
      return counted().size() < last - first
          ? Optional.empty()
          : Optional.of(counted().values().stream().mapToLong(Long::longValue).sum());
    } finally {
      lock.unlock();
    }
  }

  /** The bean numbers its collections from 1. */
  private Map<Long, Long> counted() {
    return grownBytes.subMap(first, false, last, true);
  }

  /** For messages. */
  static String missing() {
    return "not every notification of a collection came within " + LONGEST_WAIT.toSeconds() + " s";
  }
}
