package org.bindbench.worker.protocol.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import org.bindbench.model.leak.Reference;
import org.bindbench.model.leak.ReferencePath;
import org.bindbench.worker.flight.Repositories;

/**
 * A recording of objects that were allocated while it ran and outlived it, with what holds them.
 *
 * <p>The JVM samples what it allocates, an object for each refill of a thread's buffer, and forgets
 * those that die. Where the recording stops it looks for the shortest way from a root to each that
 * is left; {@code cutoff} is how long it may look.
 */
final class OldObjects implements AutoCloseable {
  private static final String EVENT = "jdk.OldObjectSample";
  private static final String STATIC = "Class Name: ";

  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
  private static final Pattern PRIMITIVES = Pattern.compile("[a-z]+(\\[])+");

  /** Ways that are handed on; the rest have fewer samples than each of these. */
  private static final int MOST_PATHS = 50;

  private static final int LARGER_THAN_A_BUFFER = 20_000;
  private static final int SAMPLED = 32;

  /** Takes what is thrown away, so that no compiler may leave it out. */
  private static volatile byte[] garbage = new byte[0];

  private final Recording recording = new Recording();

  private OldObjects() {}

  /** What was found: the ways, and how many of the samples are of the classes asked for. */
  record Found(List<ReferencePath> paths, int samples) {}

  /**
   * Begins to record.
   *
   * @throws UnavailableException where this JVM has no flight recorder
   */
  static OldObjects start() throws UnavailableException {
    if (!FlightRecorder.isAvailable())
      throw new UnavailableException("this JVM has no flight recorder");
    OldObjects started = new OldObjects();
    started.recording.enable(EVENT).withoutStackTrace().with("cutoff", "infinity");
    started.recording.start();
    return started;
  }

  /**
   * Stops, and keeps what was sampled in a file that whoever asked for it deletes.
   *
   * @throws IOException where it cannot be written
   */
  Path stop() throws IOException {
    sweep();
    recording.stop();
    Path file = Files.createTempFile("bindbench", ".jfr");
    recording.dump(file);
    return file;
  }

  /**
   * The recorder tells only of samples that are older than the last time it dropped dead ones, and
   * it does that when it takes a sample after a collection in which some died.
   */
  private static void sweep() {
    leaveGarbage();
    System.gc();
    leaveGarbage();
  }

  private static void leaveGarbage() {
    for (int i = 0; i < SAMPLED; i++) garbage = new byte[LARGER_THAN_A_BUFFER];
    garbage = new byte[0];
  }

  /**
   * Reads a recording's file.
   *
   * @param classes the classes whose objects count
   */
  static Found read(Path file, Set<String> classes) throws IOException {
    Map<ReferencePath, Integer> counts = new LinkedHashMap<>();
    int samples = 0;
    try (RecordingFile events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (!event.getEventType().getName().equals(EVENT)) continue;
        ReferencePath path = path(event);
        if (!classes.contains(path.type()) || isOfJdk(path) || isOfLooking(path)) continue;
        samples++;
        counts.merge(path, 1, Integer::sum);
      }
    }
    List<ReferencePath> paths =
        counts.entrySet().stream()
            .map(
                each ->
                    new ReferencePath(
                        each.getKey().type(),
                        each.getKey().references(),
                        each.getKey().root(),
                        each.getValue()))
            .sorted(Comparator.comparingInt(ReferencePath::samples).reversed())
            .limit(MOST_PATHS)
            .toList();
    return new Found(paths, samples);
  }

  /**
   * Whether nothing but the JDK is on the way: such objects are the JVM's and the recorder's own.
   */
  private static boolean isOfJdk(ReferencePath path) {
    return isOfJdk(path.type())
        && path.references().stream().allMatch(each -> isOfJdk(each.holder()));
  }

  /** Whether it belongs to the count of classes that growth is compared with. */
  private static boolean isOfLooking(ReferencePath path) {
    return path.references().stream()
        .anyMatch(each -> each.holder().equals(ClassHistogram.class.getName()));
  }

  private static boolean isOfJdk(String type) {
    return JDK.stream().anyMatch(type::startsWith) || PRIMITIVES.matcher(type).matches();
  }

  private static ReferencePath path(RecordedEvent event) {
    RecordedObject sampled = event.getValue("object");
    List<Reference> references = new ArrayList<>();
    RecordedObject held = sampled;
    while (held.getValue("referrer") instanceof RecordedObject referrer
        && referrer.getValue("object") instanceof RecordedObject holder) {
      Reference reference = reference(referrer, holder);
      if (references.isEmpty() || !references.get(references.size() - 1).equals(reference))
        references.add(reference);
      held = holder;
    }
    String root =
        event.getValue("root") instanceof RecordedObject found
            ? found.getString("system") + ": " + found.getString("type")
            : "";
    return new ReferencePath(type(sampled), references, root, 1);
  }

  private static Reference reference(RecordedObject referrer, RecordedObject holder) {
    String field =
        referrer.getValue("field") instanceof RecordedObject named ? named.getString("name") : "";
    String description =
        holder.getValue("description") instanceof String text && text.startsWith(STATIC)
            ? text.substring(STATIC.length())
            : "";
    return description.isEmpty()
        ? new Reference(type(holder), false, field)
        : new Reference(ClassNames.readable(description), true, field);
  }

  private static String type(RecordedObject object) {
    RecordedClass type = object.getClass("type");
    return ClassNames.readable(type.getName());
  }

  @Override
  public void close() throws IOException {
    recording.close();
    Repositories.remove();
  }
}
