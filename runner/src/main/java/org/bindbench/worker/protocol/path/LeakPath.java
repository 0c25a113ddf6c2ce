package org.bindbench.worker.protocol.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.leak.ClassGrowth;
import org.bindbench.model.leak.ContainerSize;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.jspecify.annotations.Nullable;

/** The cycles of one trial that explains a leak, and what is looked at between them. */
final class LeakPath implements Measurement {
  /** Cycles in which caches fill and classes load; what they leave is not compared. */
  private static final int WARM_UP = 5;

  private static final int COMPARED = 20;

  /** Fewer cycles would make an accident of one look like growth. */
  private static final int FEWEST = 5;

  /** A heap that is fuller than this share has no room for looking at it. */
  private static final double FULL = 0.5;

  private static final int MOST_CLASSES = 20;
  private static final int MOST_CONTAINERS = 20;

  private final Lab lab;
  private final PreparedCase prepared;
  private final int operations;
  private final List<String> gaps = new ArrayList<>();
  private int done;
  private Optional<List<ContainerSize>> containersBefore = Optional.empty();
  private @Nullable ClassHistogram classesBefore;
  private @Nullable OldObjects recording;

  LeakPath(Lab lab, PreparedCase prepared) {
    this.lab = lab;
    this.prepared = prepared;
    this.operations = lab.effort().sizes().cycleObjects();
  }

  @Override
  public String next() {
    if (done < WARM_UP) return "warm-up cycle " + (done + 1) + " of " + WARM_UP;
    return "cycle " + (done - WARM_UP + 1) + " of " + COMPARED;
  }

  @Override
  public boolean turn() {
    if (done == WARM_UP) begin();
    prepared.keep("run", operations);
    prepared.release();
    done++;
    int compared = done - WARM_UP;
    if (compared >= COMPARED) return false;
    return compared < FEWEST
        || lab.meter().collectedBytes() < FULL * Runtime.getRuntime().maxMemory();
  }

  /** Containers first: looking at them leaves traces in an engine, which the classes then have. */
  private void begin() {
    containersBefore = lab.guest().containers(prepared);
    if (containersBefore.isEmpty())
      gaps.add("containers: this engine does not let them be looked at");
    try {
      classesBefore = ClassHistogram.take();
    } catch (UnavailableException e) {
      gaps.add("classes: " + e.getMessage());
    }
    try {
      recording = OldObjects.start();
    } catch (UnavailableException e) {
      gaps.add("paths: " + e.getMessage());
    }
  }

  @Override
  public TrialOutcome outcome() {
    int cycles = done - WARM_UP;
    List<ClassGrowth> grown = grownClasses(cycles);
    OldObjects.Found found = found(grown);
    List<ContainerSize> after = lab.guest().containers(prepared).orElse(List.of());
    return new TrialOutcome.Explained(
        new LeakEvidence(
            cycles,
            operations,
            first(grown, MOST_CLASSES),
            first(
                LeakEvidence.grown(containersBefore.orElse(List.of()), after, cycles),
                MOST_CONTAINERS),
            found.paths(),
            found.samples(),
            gaps));
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

  private OldObjects.Found found(List<ClassGrowth> grown) {
    OldObjects started = recording;
    if (started == null) return new OldObjects.Found(List.of(), 0);
    Set<String> classes = grown.stream().map(ClassGrowth::name).collect(Collectors.toSet());
    try (started) {
      return started.stop(classes);
    } catch (IOException e) {
      throw new UncheckedIOException("the flight recording cannot be read", e);
    }
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }
}
