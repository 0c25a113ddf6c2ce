package org.bindbench.worker.protocol.stress;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.metric.Absent;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.Lab;
import org.bindbench.worker.Measurement;
import org.bindbench.worker.Protocol;
import org.bindbench.worker.heap.HeapView;
import org.bindbench.worker.heap.ThisJvm;

/**
 * A heap with holes: {@code run} adds blocks of many sizes until they take three fifths of the
 * heap, the hook {@code thin} lets go of every third, and {@code refill} puts the largest into what
 * is free until memory is out. {@code held} tells the bytes of the blocks that are held, and {@code
 * held_from} those of blocks of at least so many bytes.
 */
@AutoService(Protocol.class)
public final class FragmentationProtocol implements Protocol {
  private final HeapView heap;

  /** In this JVM. */
  public FragmentationProtocol() {
    this(new ThisJvm());
  }

  FragmentationProtocol(HeapView heap) {
    this.heap = heap;
  }

  @Override
  public String id() {
    return StressMetrics.FRAGMENTATION;
  }

  @Override
  public Measurement begin(Lab lab) {
    return new Fragmentation(
        lab,
        heap,
        Hooks.required(
            lab.guest().prepare(lab.spec().id()), "thin", "held", "held_from", "refill"));
  }

  private static final class Fragmentation implements Measurement {
    private static final double FILLED = 0.6;
    private static final int PROBED_BLOCKS = 90;
    private static final double REFILL_SHARE = 0.01;

    /** Where a portion takes longer, collecting leaves no time for work: memory is out. */
    private static final long SLOW_NANOS = Duration.ofSeconds(2).toNanos();

    private static final List<String> STEPS =
        List.of("filling the heap", "letting go of every third block", "filling what is free");

    private final Lab lab;
    private final HeapView heap;
    private final PreparedCase prepared;
    private final List<Measure> measures = new ArrayList<>();
    private final List<Absent> absent = new ArrayList<>();
    private int done;
    private long emptyBytes;
    private long filledBytes;
    private long thinnedBytes;
    private double refilledBytes;

    Fragmentation(Lab lab, HeapView heap, PreparedCase prepared) {
      this.lab = lab;
      this.heap = heap;
      this.prepared = prepared;
    }

    @Override
    public String next() {
      return STEPS.get(done);
    }

    @Override
    public boolean turn() {
      switch (done) {
        case 0 -> fill();
        case 1 -> thin();
        default -> {
          if (refill()) return true;
          refilled();
        }
      }
      return ++done < STEPS.size();
    }

    /** Lets go once before, so that what this takes is linked when memory is out. */
    private void fill() {
      letGo();
      emptyBytes = lab.meter().liveBytes();
      prepared.run(PROBED_BLOCKS);
      double blockBytes = prepared.number("held") / PROBED_BLOCKS;
      double missing = FILLED * heap.maxBytes() - lab.meter().collectedBytes();
      if (missing > 0) prepared.run(Math.round(missing / blockBytes));
      filledBytes = lab.meter().liveBytes();
    }

    private void thin() {
      double droppedBytes = prepared.number("thin");
      long once = lab.meter().collectedBytes();
      add(StressMetrics.THINNED_BACK, Math.max(0, 100 * (filledBytes - once) / droppedBytes));
      thinnedBytes = lab.meter().liveBytes();
      double heldBytes = prepared.number("held");
      add(StressMetrics.HEAP_PER_BYTE, (thinnedBytes - emptyBytes) / heldBytes);
      OptionalLong region = heap.regionBytes();
      if (region.isPresent())
        add(
            StressMetrics.HUMONGOUS_SHARE,
            100 * prepared.number("held_from", region.getAsLong() / 2) / heldBytes);
      else
        absent.add(
            new Absent(
                StressMetrics.HUMONGOUS_SHARE,
                "unsupported: of the collectors only G1 has regions and humongous objects"));
    }

    /** One portion in a turn of its own; whether there is room for another. */
    private boolean refill() {
      double freeBytes = heap.maxBytes() - thinnedBytes;
      long start = lab.ticker().nanos();
      Optional<String> full =
          OutOfMemory.in(
              () -> refilledBytes += prepared.number("refill", REFILL_SHARE * freeBytes));
      boolean slow = lab.ticker().nanos() - start > SLOW_NANOS;
      return full.isEmpty() && !slow && refilledBytes < freeBytes;
    }

    private void refilled() {
      letGo();
      double freeBytes = heap.maxBytes() - thinnedBytes;
      add(StressMetrics.REFILLED, Math.min(100, 100 * refilledBytes / freeBytes));
    }

    private void letGo() {
      OutOfMemory.in(prepared::release);
    }

    private void add(org.bindbench.model.metric.Metric metric, double value) {
      measures.add(new Measure(metric, value));
    }

    @Override
    public TrialOutcome outcome() {
      return new TrialOutcome.Completed(measures, absent, List.of());
    }
  }
}
