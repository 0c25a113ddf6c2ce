package org.bindbench.worker.flight;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import org.bindbench.worker.flight.CollectorEvents.Collection;
import org.bindbench.worker.flight.CollectorEvents.HeapUse;
import org.bindbench.worker.flight.CollectorEvents.Pause;
import org.bindbench.worker.flight.CollectorEvents.Span;
import org.bindbench.worker.flight.CollectorEvents.Stall;

/** Reads the collector's events from a recording. Names and fields are those of HotSpot. */
final class EventFile {
  /** Every event that is read, {@link LoadWindow} aside. */
  static final List<String> EVENTS =
      List.of(
          "jdk.GarbageCollection",
          "jdk.G1GarbageCollection",
          "jdk.GCPhasePause",
          "jdk.ExecuteVMOperation",
          "jdk.GCPhaseConcurrent",
          "jdk.GCHeapSummary",
          "jdk.PSHeapSummary",
          "jdk.G1EvacuationOldStatistics",
          "jdk.SafepointBegin",
          "jdk.ZAllocationStall",
          "jdk.DataLoss");

  /** What HotSpot calls Serial's collections of the young and of the whole heap. */
  private static final Set<String> SERIAL = Set.of("DefNew", "SerialOld");

  private final Map<String, List<RecordedEvent>> byName = new HashMap<>();
  private final Instant start;

  private EventFile(List<RecordedEvent> events) throws IOException {
    for (RecordedEvent event : events)
      byName.computeIfAbsent(event.getEventType().getName(), any -> new ArrayList<>()).add(event);
    List<RecordedEvent> windows = byName.getOrDefault(LoadWindow.NAME, List.of());
    if (windows.size() != 1)
      throw new IOException("the recording has " + windows.size() + " windows in place of one");
    start = windows.get(0).getStartTime();
  }

  /**
   * The events of a recording.
   *
   * @throws IOException where the file is no recording, or one without a window
   */
  static CollectorEvents read(Path recording) throws IOException {
    return new EventFile(RecordingFile.readAllEvents(recording)).events();
  }

  private CollectorEvents events() {
    return new CollectorEvents(
        of(LoadWindow.NAME).findFirst().orElseThrow().getDuration().toNanos(),
        collections(),
        pauses(),
        of("jdk.GCHeapSummary").map(this::heapUse).toList(),
        promoted(),
        of("jdk.SafepointBegin").map(this::span).toList(),
        of("jdk.GCPhaseConcurrent").map(this::span).toList(),
        of("jdk.ZAllocationStall").flatMap(this::stall).toList(),
        byName.containsKey("jdk.DataLoss"));
  }

  private List<Collection> collections() {
    Map<Long, String> types = new HashMap<>();
    of("jdk.G1GarbageCollection").forEach(each -> types.put(id(each), each.getString("type")));
    return of("jdk.GarbageCollection")
        .map(
            each ->
                new Collection(
                    id(each),
                    Generation.of(each.getString("name"), types.getOrDefault(id(each), "")),
                    each.getString("cause"),
                    span(each)))
        .toList();
  }

  /**
   * Serial's phase leaves out what the collector does before and after it while the script stands
   * still, which the JVM's log counts: there a pause is the operation around the phase.
   */
  private List<Pause> pauses() {
    Set<Long> serial =
        of("jdk.GarbageCollection")
            .filter(each -> SERIAL.contains(each.getString("name")))
            .map(EventFile::id)
            .collect(Collectors.toSet());
    List<Span> operations = of("jdk.ExecuteVMOperation").map(this::span).toList();
    return of("jdk.GCPhasePause")
        .map(
            each -> {
              Span phase = span(each);
              Span whole =
                  serial.contains(id(each))
                      ? operations.stream()
                          .filter(operation -> encloses(operation, phase))
                          .findFirst()
                          .orElse(phase)
                      : phase;
              return new Pause(id(each), whole);
            })
        .toList();
  }

  private static boolean encloses(Span outer, Span inner) {
    return outer.startNanos() <= inner.startNanos() && outer.endNanos() >= inner.endNanos();
  }

  private HeapUse heapUse(RecordedEvent event) {
    return new HeapUse(
        id(event), isBefore(event), at(event.getStartTime()), event.getLong("heapUsed"));
  }

  /**
   * Parallel: what the old generation's used part grew by. G1: what was copied into old regions in
   * buffers and besides ({@code G1EvacStats}); not of mixed collections, which copy old objects
   * too.
   */
  private Map<Long, Long> promoted() {
    Map<Long, Long> promoted = new HashMap<>();
    of("jdk.PSHeapSummary")
        .forEach(
            each -> {
              RecordedObject old = each.getValue("oldObjectSpace");
              long used = old.getLong("used");
              promoted.merge(id(each), isBefore(each) ? -used : used, Long::sum);
            });
    of("jdk.G1EvacuationOldStatistics")
        .forEach(
            each -> {
              RecordedObject copied = each.getValue("statistics");
              promoted.put(
                  copied.getLong("gcId"),
                  copied.getLong("used") + copied.getLong("directAllocated"));
            });
    return promoted;
  }

  private Stream<Stall> stall(RecordedEvent event) {
    return Stream.ofNullable(event.getThread())
        .map(thread -> new Stall(thread.getJavaThreadId(), span(event)));
  }

  private Stream<RecordedEvent> of(String name) {
    Function<RecordedEvent, Instant> byStart = RecordedEvent::getStartTime;
    return byName.getOrDefault(name, List.of()).stream().sorted(Comparator.comparing(byStart));
  }

  private static long id(RecordedEvent event) {
    return event.getLong("gcId");
  }

  private static boolean isBefore(RecordedEvent event) {
    return event.getString("when").startsWith("Before");
  }

  private Span span(RecordedEvent event) {
    return new Span(at(event.getStartTime()), event.getDuration().toNanos());
  }

  private long at(Instant time) {
    return Duration.between(start, time).toNanos();
  }
}
