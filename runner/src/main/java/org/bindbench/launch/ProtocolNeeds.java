package org.bindbench.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.bindbench.model.BeyondLimit;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.ChurnSize;
import org.bindbench.model.Effort;
import org.bindbench.model.GcLoad;
import org.bindbench.model.Language;
import org.bindbench.model.leak.LeakEvidence;
import org.bindbench.model.limits.Sought;
import org.bindbench.model.metric.ChurnMetrics;
import org.bindbench.model.metric.LeakMetrics;
import org.bindbench.model.metric.RecoveryMetrics;
import org.bindbench.model.metric.StressMetrics;

/**
 * What cases of a protocol need of their JVM, and how long one trial is guessed to take: the one
 * place where a new protocol says so.
 *
 * @param heap size of the heap, and what becomes of a full one
 * @param jvmOptions options beyond those of the heap and the engine
 * @param seconds of a trial; empty where its {@link org.bindbench.model.Timing} and effort say that
 */
record ProtocolNeeds(
    HeapKind heap,
    Function<Effort, List<String>> jvmOptions,
    Optional<ToDoubleBiFunction<CaseDeclaration, Effort>> seconds) {
  static final double UNTIMED_SECONDS = 0.3;

  /** A guest of GraalPy opens in half a second, and as long is needed to see what it left. */
  private static final double SECONDS_PER_GUEST = 1.25;

  private static final double SECONDS_PER_LUA_GUEST = 0.1;
  private static final double SECONDS_PER_OBJECT = 1.5e-5;
  private static final double RECORDING_SECONDS = 1.5;

  /** Collections of a cycle take 0.3 s. */
  private static final double OBJECTS_PER_LEAK_CYCLE = 20_000;

  /** Cycles that explain a leak, and as long again for looking. */
  private static final double EXPLAINING_CYCLES = 50;

  private static final ProtocolNeeds USUAL = heap(HeapKind.FIXED);

  private static final Map<String, ProtocolNeeds> NEEDS =
      Map.ofEntries(
          Map.entry("retained", objects(Effort::retainedObjects)),
          Map.entry("weakref", objects(Effort::weakObjects)),
          Map.entry("lifecycle", objects(ProtocolNeeds::lifecycleObjects)),
          Map.entry(RecoveryMetrics.RECOVERY, objects(effort -> effort.retainedObjects() / 2.0)),
          Map.entry(
              LeakMetrics.PROTOCOL,
              objects(
                  HeapKind.STILL,
                  effort -> effort.sizes().leak().cycles() * OBJECTS_PER_LEAK_CYCLE)),
          Map.entry(
              LeakEvidence.PROTOCOL,
              explaining(
                  secondsOf(effort -> EXPLAINING_CYCLES * effort.sizes().leak().operations()))),
          Map.entry(
              LeakEvidence.OF_CONTEXTS,
              explaining((declaration, effort) -> EXPLAINING_CYCLES * guestSeconds(declaration))),
          Map.entry(StressMetrics.PRESSURE, heap(HeapKind.PRESSED)),
          Map.entry(StressMetrics.FRAGMENTATION, heap(HeapKind.PRESSED)),
          Map.entry(StressMetrics.POOL, heap(HeapKind.GROWING)),
          Map.entry(BeyondLimit.PROTOCOL, heap(HeapKind.EXHAUSTED)),
          Map.entry(RecoveryMetrics.GIVEN_BACK, heap(HeapKind.RETURNING)),
          Map.entry(GcLoad.PROTOCOL, load()),
          Map.entry(ChurnMetrics.PROTOCOL, churn()));

  /** Those of the protocol; the usual ones where it says nothing. */
  static ProtocolNeeds of(String protocol) {
    return NEEDS.getOrDefault(protocol, USUAL);
  }

  private static ProtocolNeeds objects(ToDoubleFunction<Effort> objects) {
    return objects(HeapKind.FIXED, objects);
  }

  private static ProtocolNeeds objects(HeapKind heap, ToDoubleFunction<Effort> objects) {
    return new ProtocolNeeds(heap, effort -> List.of(), Optional.of(secondsOf(objects)));
  }

  private static ToDoubleBiFunction<CaseDeclaration, Effort> secondsOf(
      ToDoubleFunction<Effort> objects) {
    return (declaration, effort) ->
        UNTIMED_SECONDS + objects.applyAsDouble(effort) * SECONDS_PER_OBJECT;
  }

  /** How long a search takes: eight to twelve JVMs, which collect long where GraalPy's are full. */
  static double searchSeconds(CaseDeclaration declaration) {
    boolean isLua = Language.LUA.owns(declaration.file());
    boolean isOfHeap = declaration.protocol().equals(Sought.SMALLEST_HEAP.protocol());
    if (isLua) return isOfHeap ? 20 : 110;
    return isOfHeap ? 250 : 400;
  }

  private static double lifecycleObjects(Effort effort) {
    return (double) effort.sizes().cycles() * effort.sizes().cycleObjects() / 4;
  }

  private static ProtocolNeeds heap(HeapKind heap) {
    return new ProtocolNeeds(heap, effort -> List.of(), Optional.empty());
  }

  /** A heap of one size that the settings name. */
  private static ProtocolNeeds load() {
    return new ProtocolNeeds(
        HeapKind.FIXED,
        effort -> List.of("-Xms" + effort.sizes().gc().heap(), "-Xmx" + effort.sizes().gc().heap()),
        Optional.of(
            (declaration, effort) ->
                effort.sizes().gc().warmUp().plus(effort.sizes().gc().measured()).toMillis()
                        / 1000.0
                    + RECORDING_SECONDS));
  }

  /**
   * The JVM counts its native memory, and touches every page of the heap at its start, so that a
   * heap that is used for the first time is no growth of the process.
   */
  private static ProtocolNeeds churn() {
    return new ProtocolNeeds(
        HeapKind.RESTING,
        effort -> List.of("-XX:NativeMemoryTracking=summary", "-XX:+AlwaysPreTouch"),
        Optional.of(ProtocolNeeds::churnSeconds));
  }

  private static double churnSeconds(CaseDeclaration declaration, Effort effort) {
    ChurnSize size = effort.sizes().churn();
    return Math.min(size.limit().toSeconds(), size.contexts() * guestSeconds(declaration));
  }

  private static double guestSeconds(CaseDeclaration declaration) {
    return Language.LUA.owns(declaration.file()) ? SECONDS_PER_LUA_GUEST : SECONDS_PER_GUEST;
  }

  /**
   * The flight recorder samples an object for each refill of a thread's buffer, so that small ones
   * let it see more of what stays; and it has room for enough that those which died, and which it
   * notices only after a collection, do not crowd them out.
   */
  private static ProtocolNeeds explaining(ToDoubleBiFunction<CaseDeclaration, Effort> seconds) {
    return new ProtocolNeeds(
        HeapKind.STILL,
        effort ->
            List.of(
                "-XX:TLABSize=4k",
                "-XX:-ResizeTLAB",
                "-XX:FlightRecorderOptions:old-object-queue-size=8192"),
        Optional.of(seconds));
  }
}
