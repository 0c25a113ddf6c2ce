package org.bindbench.worker.protocol.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bindbench.analysis.CaseResult;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.StressMetrics;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.Bench;
import org.bindbench.worker.protocol.ScriptedGuest;
import org.bindbench.worker.protocol.ScriptedHeap;
import org.bindbench.worker.protocol.ScriptedView;
import org.junit.jupiter.api.Test;

/** Blocks of 1 and 3 MiB in turn, on a heap of 1000 MiB whose waste the test sets. */
class FragmentationProtocolTest {
  private static final CaseDeclaration DECLARATION = Bench.declaration("fragmentation", 1);
  private static final long MEBI = 1L << 20;
  private static final long EMPTY_BYTES = 50 * MEBI;

  private final ScriptedView view = new ScriptedView();
  private final List<Long> blocks = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();
  private double wastePerByte;
  private long stuckBytes;
  private long fullAtBytes = Long.MAX_VALUE;

  @Test
  void aHeapWithoutWasteGivesBackEverythingAndTakesBlocksAgain() {
    CaseResult row = row();
    assertThat(value(row, StressMetrics.THINNED_BACK)).isCloseTo(100, within(1e-9));
    assertThat(value(row, StressMetrics.HEAP_PER_BYTE)).isCloseTo(1, within(1e-9));
    assertThat(value(row, StressMetrics.REFILLED)).isEqualTo(100);
    assertThat(blocks).isEmpty();
  }

  @Test
  void whatBlocksTakeBeyondTheirBytesIsInTheFigure() {
    wastePerByte = 0.5;
    assertThat(value(row(), StressMetrics.HEAP_PER_BYTE)).isCloseTo(1.5, within(1e-6));
  }

  @Test
  void bytesThatStayStuckAreNotGivenBack() {
    stuckBytes = 20 * MEBI;
    assertThat(value(row(), StressMetrics.THINNED_BACK)).isBetween(80.0, 95.0);
  }

  @Test
  void memoryThatIsOutBeforeTheHeapIsFullIsASmallerShare() {
    fullAtBytes = 800 * MEBI;
    assertThat(value(row(), StressMetrics.REFILLED)).isBetween(50.0, 75.0);
  }

  @Test
  void onG1TheHumongousBlocksAreToldApartByTheSizeOfARegion() {
    assertThat(row().missing(StressMetrics.HUMONGOUS_SHARE.id())).startsWith("unsupported");
    view.regionBytes = OptionalLong.of(4 * MEBI); // blocks of 3 MiB fill more than half a region
    assertThat(value(row(), StressMetrics.HUMONGOUS_SHARE)).isCloseTo(75, within(1.0));
    view.regionBytes = OptionalLong.of(32 * MEBI);
    assertThat(value(row(), StressMetrics.HUMONGOUS_SHARE)).isZero();
  }

  @Test
  void lettingGoIsTriedBeforeMemoryIsScarce() {
    row();
    assertThat(calls.subList(0, 2)).containsExactly("release", "run");
    assertThat(calls.get(calls.size() - 1)).isEqualTo("release");
  }

  private static double value(CaseResult row, Metric metric) {
    return row.summary(metric.id()).orElseThrow().value();
  }

  private CaseResult row() {
    boolean[] thinned = {false};
    return Bench.row(
        DECLARATION,
        Bench.measure(
            new FragmentationProtocol(view),
            DECLARATION,
            new ScriptedGuest(new Blocks(thinned), () -> {}),
            new JvmMeter(new ScriptedHeap(() -> used(thinned[0]))),
            System::nanoTime,
            count -> List.of()));
  }

  private long used(boolean thinned) {
    return EMPTY_BYTES + (long) (held() * (1 + wastePerByte)) + (thinned ? stuckBytes : 0);
  }

  private long held() {
    return blocks.stream().mapToLong(each -> each).sum();
  }

  private final class Blocks implements PreparedCase {
    private final boolean[] thinned;

    Blocks(boolean[] thinned) {
      this.thinned = thinned;
    }

    @Override
    public double run(long operations) {
      calls.add("run");
      for (long i = 0; i < operations; i++) blocks.add(i % 2 == 0 ? MEBI : 3 * MEBI);
      return blocks.size();
    }

    @Override
    public boolean has(String hook) {
      return true;
    }

    @Override
    public void keep(String hook, long count) {
      throw new AssertionError("not asked for");
    }

    @Override
    public double number(String hook) {
      if (hook.equals("held")) return held();
      long before = held();
      List<Long> kept = new ArrayList<>();
      for (int i = 0; i < blocks.size(); i++) if (i % 3 != 2) kept.add(blocks.get(i));
      blocks.clear();
      blocks.addAll(kept);
      thinned[0] = true;
      return before - held();
    }

    @Override
    public double number(String hook, double argument) {
      if (hook.equals("held_from"))
        return blocks.stream().filter(each -> each >= argument).mapToLong(each -> each).sum();
      double added = 0;
      while (added < argument) {
        if (used(true) + 3 * MEBI > fullAtBytes) throw new OutOfMemoryError("Java heap space");
        blocks.add(3 * MEBI);
        added += 3 * MEBI;
      }
      return added;
    }

    @Override
    public void release() {
      calls.add("release");
      blocks.clear();
    }
  }
}
