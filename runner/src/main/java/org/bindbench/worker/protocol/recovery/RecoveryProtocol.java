package org.bindbench.worker.protocol.recovery;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bindbench.engine.GuestException;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.Release;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.heap.HeapView;
import org.bindbench.worker.heap.ThisJvm;

/**
 * How much of what objects took is free again, and how soon, by how they were let go: the case's
 * parameter {@code release} names a {@link Release}. The script's own collection is its hook {@code
 * collect}. Where it has the hook {@code churn}, it is also seen what comes back though nobody asks
 * for a collection.
 */
@AutoService(Protocol.class)
public final class RecoveryProtocol implements Protocol {
  private final HeapView heap;

  /** In this JVM. */
  public RecoveryProtocol() {
    this(new ThisJvm());
  }

  RecoveryProtocol(HeapView heap) {
    this.heap = heap;
  }

  @Override
  public String id() {
    return RecoveryMetrics.RECOVERY;
  }

  @Override
  public Measurement begin(Lab lab) {
    Release release = release(lab);
    LettingGo way =
        switch (release) {
          case AT_ONCE -> new AtOnce(lab);
          case GRADUALLY -> new Gradually(lab);
          case FORCED_COLLECTION -> new ForcedCollection(lab, heap);
          case CONTEXT_CLOSED -> new ContextClosed(lab);
        };
    Optional<Unasked> unasked =
        release == Release.AT_ONCE ? Unasked.of(lab, heap) : Optional.empty();
    return new RecoveryMeasurement(way, unasked);
  }

  private static Release release(Lab lab) {
    String id = String.valueOf(lab.spec().id().params().get(RecoveryMetrics.RELEASE));
    return Release.of(id)
        .orElseThrow(
            () ->
                new GuestException(
                    GuestException.Kind.ERROR,
                    "the parameter release must be one of "
                        + Arrays.stream(Release.values())
                            .map(Release::id)
                            .collect(Collectors.joining(", "))
                        + ", but is "
                        + id,
                    "",
                    ""));
  }

  /** A fifth of what is kept to weigh single objects: these are larger, and collected often. */
  static long objects(Lab lab) {
    return Math.max(1, lab.effort().retainedObjects() / 5);
  }

  /** Parts of a whole number that differ by at most 1. */
  static List<Long> parts(long whole, int count) {
    return LongStream.range(0, count)
        .map(part -> whole * (part + 1) / count - whole * part / count)
        .boxed()
        .toList();
  }
}
