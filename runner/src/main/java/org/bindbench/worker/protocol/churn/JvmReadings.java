package org.bindbench.worker.protocol.churn;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.ChurnReading;
import org.bindbench.worker.JvmMeter;

/**
 * Reads what guests may leave behind in this JVM.
 *
 * @param rest waits until nothing but this thread moves the heap, or not for ever
 * @param collectedBytes the heap in use after one more collection
 * @param nativeMemory what the JVM tracks; empty where it does not
 */
record JvmReadings(
    Runnable rest, LongSupplier collectedBytes, Supplier<Optional<NativeMemory>> nativeMemory) {
  /** Two readings of a settled heap differ by less than this share. */
  private static final double SETTLED = 0.001;

  private static final int SETTLED_IN_A_ROW = 2;

  /** Collections after which a heap that still moves is read as it is: the JIT never rests. */
  private static final int MOST_COLLECTIONS = 6;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT =
      Pattern.compile("^VmRSS:\\s*(\\d+) kB", Pattern.MULTILINE);

  /** The pool that the one of compressed classes is a part of. */
  private static final String METADATA = "Metaspace";

  /**
   * The readings of this JVM, whose native memory is tracked where it was started so.
   *
   * @param pause waits for so many ms
   */
  static JvmReadings ofThisJvm(JvmMeter meter, LongConsumer pause) {
    return new JvmReadings(
        () -> meter.awaitGuestCompilers(pause), meter::collectedBytes, JvmReadings::tracked);
  }

  /**
   * Waits for rest, collects until the heap has settled, and then reads everything that can be read
   * here.
   *
   * @param to gets the id of each reading and its value
   */
  void read(ObjLongConsumer<String> to) {
    rest.run();
    to.accept(ChurnReading.LIVE_HEAP.id(), settledBytes());
    metaspace().ifPresent(bytes -> to.accept(ChurnReading.METASPACE.id(), bytes));
    to.accept(
        ChurnReading.CLASSES.id(), ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    to.accept(ChurnReading.THREADS.id(), ManagementFactory.getThreadMXBean().getThreadCount());
    descriptors().ifPresent(count -> to.accept(ChurnReading.DESCRIPTORS.id(), count));
    nativeMemory.get().ifPresent(memory -> tell(memory, to));
    resident().ifPresent(bytes -> to.accept(ChurnReading.RESIDENT.id(), bytes));
  }

  /** Why a reading that was not told cannot be had. */
  static Absent absent(ChurnReading reading) {
    String reason =
        reading.equals(ChurnReading.NATIVE)
            ? "unsupported: this JVM does not track its native memory"
            : reading.equals(ChurnReading.METASPACE)
                ? "unsupported: this JVM has no memory pool called Metaspace"
                : "unsupported: this system does not tell";
    return new Absent(reading.growth(), reason);
  }

  /** Twice in a row the live heap moved by less than 0.1 %, or it never does. */
  private long settledBytes() {
    long before = collectedBytes.getAsLong();
    int settled = 0;
    for (int i = 1; i < MOST_COLLECTIONS && settled < SETTLED_IN_A_ROW; i++) {
      long now = collectedBytes.getAsLong();
      settled = Math.abs(now - before) <= SETTLED * before ? settled + 1 : 0;
      before = now;
    }
    return before;
  }

  private static void tell(NativeMemory memory, ObjLongConsumer<String> to) {
    to.accept(ChurnReading.NATIVE.id(), memory.settledBytes());
    memory
        .settledCategories()
        .forEach((name, bytes) -> to.accept(ChurnReading.category(name).id(), bytes));
  }

  private static Optional<Long> metaspace() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals(METADATA))
        .map(pool -> pool.getUsage().getUsed())
        .findFirst();
  }

  private static Optional<Long> descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? Optional.of(unix.getOpenFileDescriptorCount()).filter(count -> count >= 0)
        : Optional.empty();
  }

  private static Optional<Long> resident() {
    if (!Files.isReadable(STATUS)) return Optional.empty();
    try {
      Matcher line = RESIDENT.matcher(Files.readString(STATUS, StandardCharsets.UTF_8));
      return line.find() ? Optional.of(1024 * Long.parseLong(line.group(1))) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STATUS, e);
    }
  }

  /** Asks this JVM what {@code jcmd PID VM.native_memory summary scale=b} asks another. */
  private static Optional<NativeMemory> tracked() {
    try {
      Object answer =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "vmNativeMemory",
                  new Object[] {new String[] {"summary", "scale=b"}},
                  new String[] {String[].class.getName()});
      return NativeMemory.parse(String.valueOf(answer));
    } catch (JMException e) {
      return Optional.empty(); // a JVM without this command, such as OpenJ9
    }
  }
}
