package org.bindbench.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;

/** How thorough a run is. */
public enum Level {
  /** A few minutes: cases of an engine share a JVM and warm up in turns. */
  QUICK {
    @Override
    public Effort effort(EngineProfile engine) {
      boolean compiles = engine.mode().equals(JIT);
      return new Effort(
          3,
          true,
          Duration.ofMillis(compiles ? 2250 : 1000),
          Duration.ofMillis(1000),
          Duration.ofMillis(250),
          ITERATION,
          SEGMENTS,
          RETAINED_OBJECTS,
          WEAK_OBJECTS / 2,
          Duration.ofSeconds(60));
    }

    @Override
    public List<CaseDeclaration> select(List<CaseDeclaration> suite) {
      List<CaseDeclaration> tagged =
          suite.stream().filter(declaration -> declaration.tags().contains(QUICK_TAG)).toList();
      return tagged.isEmpty() ? suite : tagged;
    }

    @Override
    public boolean includesBundled(List<CaseDeclaration> suite) {
      return suite.stream().anyMatch(declaration -> declaration.tags().contains(QUICK_TAG));
    }
  },

  /** As users run the engines: each timed trial in a JVM of its own, warmed until it is fast. */
  COMPREHENSIVE {
    @Override
    public Effort effort(EngineProfile engine) {
      boolean compiles = engine.mode().equals(JIT);
      return new Effort(
          5,
          false,
          Duration.ofSeconds(compiles ? 25 : 4),
          Duration.ofSeconds(compiles ? 5 : 4),
          Duration.ofSeconds(1),
          ITERATION,
          SEGMENTS,
          RETAINED_OBJECTS,
          WEAK_OBJECTS,
          Duration.ofSeconds(120));
    }

    @Override
    public List<CaseDeclaration> select(List<CaseDeclaration> suite) {
      return suite;
    }

    @Override
    public boolean includesBundled(List<CaseDeclaration> suite) {
      return true;
    }
  };

  /** The tag of the cases that the quick level is for. */
  public static final String QUICK_TAG = "quick";

  private static final String JIT = "JIT";

  /** Long enough for several young collections; steadiness is judged on its eight segments. */
  private static final Duration ITERATION = Duration.ofMillis(160);

  private static final int SEGMENTS = 8;

  /** Below this a retained object's bytes drown in what else the heap does. */
  private static final int RETAINED_OBJECTS = 300_000;

  private static final int WEAK_OBJECTS = 100_000;

  /** The effort that trials on an engine are given. */
  public abstract Effort effort(EngineProfile engine);

  /**
   * The cases of one suite that are measured at this level: at the quick level those tagged {@code
   * quick}, or all where none is tagged.
   */
  public abstract List<CaseDeclaration> select(List<CaseDeclaration> suite);

  /**
   * Whether a suite that comes with the program is part of a run at this level: at the quick level
   * one without a case tagged {@code quick} is not.
   */
  public abstract boolean includesBundled(List<CaseDeclaration> suite);

  /** The word on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
