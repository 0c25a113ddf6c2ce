package org.bindbench.worker.protocol.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.bindbench.analysis.CaseResult;
import org.bindbench.engine.GuestException;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Growth;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.Release;
import org.bindbench.worker.JvmMeter;
import org.bindbench.worker.protocol.Bench;
import org.bindbench.worker.protocol.NoGuest;
import org.bindbench.worker.protocol.ScriptedGuest;
import org.bindbench.worker.protocol.ScriptedHeap;
import org.bindbench.worker.protocol.ScriptedView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects of 100 bytes on a heap of the test's own, on a clock that a collection moves by 1 ms. */
class RecoveryProtocolTest {
  private static final long EMPTY_BYTES = 20L << 20;
  private static final int OBJECT_BYTES = 100;

  private final ScriptedView view = new ScriptedView();
  private final ScriptedHeap heap = new ScriptedHeap(this::live);
  private final List<Objects> cases = new ArrayList<>();
  private Set<String> hooks = Set.of("run", "collect");
  private boolean deaf;
  private double leakedShare;
  private long leakedBytes;
  private long releases;
  private long now;

  @ParameterizedTest
  @EnumSource
  void whatIsLetGoIsFreeWhicheverWay(Release release) {
    assertThat(value(row(release.id()), RecoveryMetrics.RECOVERED)).isCloseTo(100, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHeldElsewhereIsNotFree(Release release) {
    leakedShare = 0.25;
    assertThat(value(row(release.id()), RecoveryMetrics.RECOVERED)).isCloseTo(75, within(0.1));
  }

  @Test
  void objectsThatAreLetGoInPartsAreReleasedPartByPart() {
    row(Release.GRADUALLY.id());
    assertThat(releases).isEqualTo(4 * 5);
  }

  @Test
  void aCaseThatDoesNotCollectByItselfCannotBeMeasuredByIt() {
    hooks = Set.of("run");
    assertThatThrownBy(() -> row(Release.FORCED_COLLECTION.id()))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("`collect`");
  }

  @Test
  void aCollectionThatTheScriptAskedForInVainFreesNothing() {
    deaf = true;
    assertThat(value(row(Release.FORCED_COLLECTION.id()), RecoveryMetrics.RECOVERED)).isZero();
  }

  @Test
  void anUnknownWayIsAnErrorThatNamesTheKnownOnes() {
    assertThatThrownBy(() -> row("slowly"))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("at_once, gradually, forced_collection, context_closed")
        .hasMessageContaining("slowly");
  }

  @Test
  void whatComesBackUnaskedIsReadFromTheLastCollectionOfTheJvmItself() {
    hooks = Set.of("run", "churn");
    view.usedAfterLastCollection = OptionalLong.of(EMPTY_BYTES + 8_000 * OBJECT_BYTES / 2);
    assertThat(value(row(Release.AT_ONCE.id()), RecoveryMetrics.RECOVERED_UNASKED))
        .isCloseTo(50, within(0.1));
  }

  @Test
  void whereTheJvmDidNotCollectNothingIsSaidOfIt() {
    hooks = Set.of("run", "churn");
    view.collections = Long.MIN_VALUE; // and stays so
    assertThat(row(Release.AT_ONCE.id()).missing(RecoveryMetrics.RECOVERED_UNASKED.id()))
        .isEqualTo("the JVM did not collect often enough by itself");
  }

  @Test
  void partsOfAWholeAddUpToIt() {
    assertThat(RecoveryProtocol.parts(25, 10)).hasSize(10).allMatch(part -> part == 2 || part == 3);
    assertThat(RecoveryProtocol.parts(25, 10).stream().mapToLong(each -> each).sum()).isEqualTo(25);
  }

  private static double value(CaseResult row, Metric metric) {
    return row.summary(metric.id()).orElseThrow().value();
  }

  private CaseResult row(String release) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("/suite.lua"),
            1,
            "case",
            RecoveryMetrics.RECOVERY,
            "objects",
            List.of(),
            Map.of(RecoveryMetrics.RELEASE, List.of(release)),
            "",
            0,
            "",
            1,
            Growth.LINEAR,
            "");
    return Bench.row(
        declaration,
        Bench.measure(
            new RecoveryProtocol(view),
            declaration,
            new Preparing(),
            new JvmMeter(heap),
            () -> now += 1_000_000,
            count -> List.of(closable())));
  }

  private ScriptedGuest closable() {
    Objects objects = new Objects();
    cases.add(objects);
    return new ScriptedGuest(objects, objects::drop);
  }

  private long live() {
    return EMPTY_BYTES + leakedBytes + cases.stream().mapToLong(each -> each.bytes).sum();
  }

  /** Prepares the case as often as it is asked to. */
  private final class Preparing extends NoGuest {
    @Override
    public PreparedCase prepare(CaseId id) {
      Objects objects = new Objects();
      cases.add(objects);
      return objects;
    }
  }

  private final class Objects implements PreparedCase {
    private long bytes;

    @Override
    public double run(long operations) {
      throw new AssertionError("not asked for");
    }

    @Override
    public boolean has(String hook) {
      return hooks.contains(hook);
    }

    @Override
    public void keep(String hook, long count) {
      if (hook.equals("run")) bytes += count * OBJECT_BYTES;
      if (!hook.equals("collect") || deaf) return;
      view.collections++;
      view.usedAfterLastCollection = OptionalLong.of(live());
    }

    @Override
    public double number(String hook) {
      throw new AssertionError("not asked for");
    }

    @Override
    public double number(String hook, double argument) {
      now += 10_000_000;
      if (view.collections >= 0) view.collections++;
      return 0;
    }

    @Override
    public void release() {
      releases++;
      drop();
    }

    void drop() {
      leakedBytes += Math.round(bytes * leakedShare);
      bytes = 0;
    }
  }
}
