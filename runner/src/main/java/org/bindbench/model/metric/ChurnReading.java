package org.bindbench.model.metric;

import java.util.List;
import java.util.Locale;

/**
 * Something that is read after each guest of the churn protocol was closed, and may have grown.
 *
 * @param id name of its samples
 * @param title what people read
 * @param unit {@code bytes}, or the plural of what is counted
 */
public record ChurnReading(String id, String title, String unit) {
  /** The heap in use once repeated collection frees no more. */
  public static final ChurnReading LIVE_HEAP =
      new ChurnReading("churn_live_bytes", "live heap", "bytes");

  /** Use of the pools that hold the metadata of classes. */
  public static final ChurnReading METASPACE =
      new ChurnReading("churn_metaspace_bytes", "metaspace", "bytes");

  /** Classes that are loaded. */
  public static final ChurnReading CLASSES =
      new ChurnReading("churn_classes", "loaded classes", "classes");

  /** Live threads of the JVM, but for its internal ones. */
  public static final ChurnReading THREADS =
      new ChurnReading("churn_threads", "threads", "threads");

  /** File descriptors that the process has open. */
  public static final ChurnReading DESCRIPTORS =
      new ChurnReading("churn_descriptors", "file descriptors", "descriptors");

  /**
   * Memory that the JVM has committed, by its own native memory tracking: the heap included, which
   * does not grow, and without what compilers work in and what the tracking takes.
   */
  public static final ChurnReading NATIVE =
      new ChurnReading("churn_native_bytes", "native memory", "bytes");

  /** Resident memory of the process: also what libraries allocate past the JVM. */
  public static final ChurnReading RESIDENT =
      new ChurnReading("churn_resident_bytes", "resident memory", "bytes");

  private static final String CATEGORY = "churn_native_of_";

  /** Every reading but the categories of native memory. */
  public static List<ChurnReading> all() {
    return List.of(LIVE_HEAP, METASPACE, CLASSES, THREADS, DESCRIPTORS, NATIVE, RESIDENT);
  }

  /**
   * A part of {@link #NATIVE}.
   *
   * @param name the JVM's name for it, such as {@code Thread}
   */
  public static ChurnReading category(String name) {
    return new ChurnReading(
        CATEGORY + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"),
        "native: " + name.toLowerCase(Locale.ROOT),
        "bytes");
  }

  /** The reading whose samples have that id. */
  public static ChurnReading of(String id) {
    return all().stream()
        .filter(reading -> reading.id.equals(id))
        .findFirst()
        .orElseGet(() -> category(id.replace(CATEGORY, "").replace('_', ' ')));
  }

  /** Whether the id is that of a part of {@link #NATIVE}. */
  public static boolean isCategory(String id) {
    return id.startsWith(CATEGORY);
  }

  /** Whether things are counted, not bytes. */
  public boolean isCount() {
    return !unit.equals("bytes");
  }

  /** Id of the one reading that is taken some seconds after the last guest was closed. */
  public String lateId() {
    return id + "_late";
  }

  /** Id of the one reading that is taken when what the guests shared was closed as well. */
  public String closedId() {
    return id + "_closed";
  }

  /** Slope over the guests that were opened and closed. */
  public Metric growth() {
    return Metric.measured(id + "_per_context", unit + "/context", Direction.LOWER_IS_BETTER);
  }
}
