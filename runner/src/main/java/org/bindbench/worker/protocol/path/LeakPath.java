package org.bindbench.worker.protocol.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.leak.ClassGrowth;
import org.bindbench.model.leak.ContainerGrowth;
import org.bindbench.model.leak.ContainerSize;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.jspecify.annotations.Nullable;

/** The cycles of one trial that explains a loss, and what is looked at between them. */
final class LeakPath implements Measurement {
  /** Cycles in which caches fill and classes load; what they leave is not compared. */
  private static final int WARM_UP = 5;

  private static final int COMPARED = 20;

  /** Fewer cycles would make an accident of one look like growth. */
  private static final int FEWEST = 5;

  /** A heap that is fuller than this share has no room for looking at it. */
  private static final double FULL = 0.5;

  private static final int MOST_CLASSES = 20;
  private static final int MOST_CONTAINERS = 200;

  private final Lab lab;
  private final PreparedCase prepared;
  private final long operations;
  private final Runnable cycle;
  private final List<String> gaps = new ArrayList<>();
  private int done;
  private Optional<List<ContainerSize>> containersBefore = Optional.empty();
  private @Nullable ClassHistogram classesBefore;
  private @Nullable OldObjects recording;

  /**
   * Cycles that have not begun.
   *
   * @param prepared from which containers are walked to
   * @param operations of a cycle
   * @param cycle what is repeated
   */
  LeakPath(Lab lab, PreparedCase prepared, long operations, Runnable cycle) {
    this.lab = lab;
    this.prepared = prepared;
    this.operations = operations;
    this.cycle = cycle;
  }

  @Override
  public String next() {
    if (done < WARM_UP) return "warm-up cycle " + (done + 1) + " of " + WARM_UP;
    return "cycle " + (done - WARM_UP + 1) + " of " + COMPARED;
  }

  @Override
  public boolean turn() {
    if (done == WARM_UP) begin();
    cycle.run();
    done++;
    int compared = done - WARM_UP;
    if (compared >= COMPARED) return false;
    return compared < FEWEST
        || lab.meter().collectedBytes() < FULL * Runtime.getRuntime().maxMemory();
  }

  /** Classes last: looking at containers, and the recorder, leave objects that are no growth. */
  private void begin() {
    containersBefore = lab.guest().containers(prepared);
    if (containersBefore.isEmpty()) gaps.add(LeakEvidence.NO_CONTAINERS);
    try {
      recording = OldObjects.start();
    } catch (UnavailableException e) {
      gaps.add("paths: " + e.getMessage());
    }
    try {
      // Two, for the one that is kept is then among what it counts: as another just as large.
      ClassHistogram asLarge = ClassHistogram.take();
      classesBefore = ClassHistogram.take();
      Reference.reachabilityFence(asLarge);
    } catch (UnavailableException e) {
      gaps.add("classes: " + e.getMessage());
    }
  }

  /** The recording ends first, so that nothing that is made from here on is in it. */
  @Override
  public TrialOutcome outcome() {
    int cycles = done - WARM_UP;
    try {
      Optional<Path> recorded = recorded();
      List<ClassGrowth> grown = grownClasses(cycles);
      List<ContainerGrowth> containers = grownContainers(cycles);
      OldObjects.Found found = found(recorded, names(grown));
      return new TrialOutcome.Explained(
          new LeakEvidence(
              cycles,
              operations,
              first(grown, MOST_CLASSES),
              first(containers, MOST_CONTAINERS),
              found.paths(),
              found.samples(),
              gaps));
    } catch (IOException e) {
      throw new UncheckedIOException("the flight recording cannot be kept or read", e);
    }
  }

  private Optional<Path> recorded() throws IOException {
    OldObjects started = recording;
    if (started == null) return Optional.empty();
    try (started) {
      return Optional.of(started.stop());
    }
  }

  private static OldObjects.Found found(Optional<Path> recorded, Set<String> classes)
      throws IOException {
    if (recorded.isEmpty()) return new OldObjects.Found(List.of(), 0);
    try {
      return OldObjects.read(recorded.get(), classes);
    } finally {
      Files.delete(recorded.get());
    }
  }

  private List<ContainerGrowth> grownContainers(int cycles) {
    List<ContainerGrowth> grown =
        LeakEvidence.grown(
            containersBefore.orElse(List.of()),
            lab.guest().containers(prepared).orElse(List.of()),
            cycles);
    if (grown.size() > MOST_CONTAINERS)
      gaps.add(
          "containers: %d grew, of which the %d with the most added are kept"
              .formatted(grown.size(), MOST_CONTAINERS));
    return grown;
  }

  private List<ClassGrowth> grownClasses(int cycles) {
    ClassHistogram before = classesBefore;
    if (before == null) return List.of();
    try {
      return ClassHistogram.take().grownSince(before, cycles);
    } catch (UnavailableException e) {
      gaps.add("classes: " + e.getMessage());
      return List.of();
    }
  }

  private static Set<String> names(List<ClassGrowth> grown) {
    return grown.stream().map(ClassGrowth::name).collect(Collectors.toSet());
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }
}
