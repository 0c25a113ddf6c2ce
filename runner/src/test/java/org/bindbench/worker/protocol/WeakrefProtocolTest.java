package org.bindbench.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseId;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class WeakrefProtocolTest {
  private boolean held;

  @Test
  void collectionsHappenInsideTheGuest() {
    long[] now = {0};
    TrialOutcome outcome =
        Bench.measure(
            new WeakrefProtocol(),
            Bench.declaration("weakref", 1),
            new Watching(),
            () -> now[0] += Duration.ofSeconds(1).toNanos(),
            count -> List.of());
    assertThat(((Completed) outcome).measures()).contains(new Measure(Metrics.CLEARED_FIRST, 100));
  }

  /** A guest whose one reference is cleared only by a collection that it was asked to let in. */
  private final class Watching extends NoGuest {
    @Override
    public PreparedCase prepare(CaseId id) {
      return new ScriptedCase(
          n -> {
            held = true;
            return n;
          },
          Map.of("alive", () -> held ? 1 : 0),
          () -> {});
    }

    @Override
    public void inside(Runnable work) {
      work.run();
      held = false;
    }
  }
}
