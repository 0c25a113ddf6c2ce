package org.bindbench.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Sizes;
import org.bindbench.model.WarmUp;

/**
 * How thorough a run is.
 *
 * @param id the word on the command line
 * @param forks JVMs per case
 * @param rotated whether the timed cases of a fork share one JVM, warmed in turns
 * @param tag what marks the cases that the level is for; empty where it is for all
 * @param warmUp time per timed case before it counts, or the ends it lies between
 * @param measured time per timed case that counts
 * @param turn how long a case runs before the next one's turn
 * @param timeout longest silence of a worker before it is ended
 * @param retainedObjects objects made by one round of the retained protocol
 * @param weakObjects objects made by one round of the weakref protocol
 * @param sizes how much the protocols do that repeat or grow their work
 * @param jitLoadWarmUp how long engines with a JIT compiler are under load before it counts
 */
public record Level(
    String id,
    int forks,
    boolean rotated,
    Optional<String> tag,
    WarmUpByEngine warmUp,
    TimeByEngine measured,
    Duration turn,
    Duration timeout,
    int retainedObjects,
    int weakObjects,
    Sizes sizes,
    Duration jitLoadWarmUp) {
  /** Marks what a level with a tag measures only where it is asked for. */
  public static final String VALIDATION = "validation";

  /** Every level, from the shortest to the longest. */
  public static final List<String> IDS = List.of("quick", "comprehensive", "nightly");

  /** Long enough for several young collections; steadiness is judged on its eight segments. */
  private static final Duration ITERATION = Duration.ofMillis(160);

  private static final int SEGMENTS = 8;

  /** A time that depends on whether the engine has a JIT compiler, which must warm up. */
  public record TimeByEngine(Duration jit, Duration other) {
    Duration of(EngineProfile engine) {
      return engine.hasJit() ? jit : other;
    }
  }

  /** A warm-up that depends on the same. */
  public record WarmUpByEngine(WarmUp jit, WarmUp other) {
    WarmUp of(EngineProfile engine) {
      return engine.hasJit() ? jit : other;
    }
  }

  /** The effort that trials on an engine are given. */
  public Effort effort(EngineProfile engine) {
    return new Effort(
        forks,
        rotated,
        warmUp.of(engine),
        measured.of(engine),
        turn,
        ITERATION,
        SEGMENTS,
        retainedObjects,
        weakObjects,
        timeout,
        engine.hasJit() ? sizes.with(sizes.gc().warmedFor(jitLoadWarmUp)) : sizes);
  }

  /**
   * The cases of one suite that are measured at this level: those with its tag, or all where none
   * has it.
   */
  public List<CaseDeclaration> select(List<CaseDeclaration> suite) {
    List<CaseDeclaration> tagged =
        suite.stream()
            .filter(declaration -> tag.filter(declaration.tags()::contains).isPresent())
            .toList();
    return tagged.isEmpty() ? suite : tagged;
  }

  /**
   * The cases of a suite that comes with the program: those of {@link #select}, but none where the
   * level has a tag that no case of the suite has. Those tagged {@value #VALIDATION} are among them
   * where the user asked for some cases; a run of everything would take too long with them.
   *
   * @param asked whether the user chose cases by pattern or tag
   */
  public List<CaseDeclaration> selectBundled(List<CaseDeclaration> suite, boolean asked) {
    if (tag.isEmpty()) return suite;
    return suite.stream()
        .filter(
            declaration ->
                declaration.tags().contains(tag.get())
                    || asked && declaration.tags().contains(VALIDATION))
        .toList();
  }
}
