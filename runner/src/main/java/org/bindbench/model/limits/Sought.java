package org.bindbench.model.limits;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.metric.Metric;

/** The breaking point that a case asks for; each is a protocol of its own. */
public enum Sought {
  /** The smallest {@code -Xmx} with which {@code run} of the case's work ends; sizes are in MiB. */
  SMALLEST_HEAP("heap_limit", LimitMetrics.SMALLEST_HEAP, 1 << 20),
  /** The most guests that are open at once in a heap, the suite loaded in each, and answer. */
  MOST_CONTEXTS("context_limit", LimitMetrics.MOST_CONTEXTS, 1);

  /** System property of a worker that tries a size: that size, in MiB or contexts. */
  public static final String SIZE_PROPERTY = "bindbench.limit.size";

  /** System property of a worker that measures a case in a heap that is known to suffice. */
  public static final String ROOM_PROPERTY = "bindbench.limit.room";

  private final String protocol;
  private final Metric metric;
  private final int unit;

  Sought(String protocol, Metric metric, int unit) {
    this.protocol = protocol;
    this.metric = metric;
    this.unit = unit;
  }

  /** What a case asks for; empty where it is measured in another way. */
  public static Optional<Sought> of(CaseDeclaration declaration) {
    return Stream.of(values())
        .filter(each -> each.protocol.equals(declaration.protocol()))
        .findFirst();
  }

  /** Ids of the protocols that search for a limit. */
  public static List<String> protocols() {
    return Stream.of(values()).map(Sought::protocol).toList();
  }

  /** Id of the protocol. */
  public String protocol() {
    return protocol;
  }

  /** The metric of what was found. */
  public Metric metric() {
    return metric;
  }

  /** A size in the metric's unit. */
  public double value(int size) {
    return (double) size * unit;
  }

  /** {@code 96 MiB}, {@code 24 contexts}. */
  public String text(int size) {
    return size + (this == SMALLEST_HEAP ? " MiB" : size == 1 ? " context" : " contexts");
  }
}
