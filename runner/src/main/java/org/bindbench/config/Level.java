package org.bindbench.config;

import java.time.Duration;
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
          Duration.ofMillis(compiles ? 2600 : 1200),
          Duration.ofMillis(1200),
          Duration.ofMillis(compiles ? 260 : 300),
          ITERATION,
          SEGMENTS,
          RETAINED_OBJECTS,
          WEAK_OBJECTS,
          Duration.ofSeconds(60));
    }

    @Override
    public boolean includes(CaseDeclaration declaration) {
      return !declaration.tags().contains(THOROUGH_ONLY);
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
    public boolean includes(CaseDeclaration declaration) {
      return true;
    }
  };

  /** The tag of cases that the quick level leaves out. */
  public static final String THOROUGH_ONLY = "comprehensive";

  private static final String JIT = "JIT";

  /** Long enough for several young collections; steadiness is judged on its eight segments. */
  private static final Duration ITERATION = Duration.ofMillis(160);

  private static final int SEGMENTS = 8;

  /** Below this a retained object's bytes drown in what else the heap does. */
  private static final int RETAINED_OBJECTS = 300_000;

  private static final int WEAK_OBJECTS = 100_000;

  /** The effort that trials on an engine are given. */
  public abstract Effort effort(EngineProfile engine);

  /** Whether the case is measured at this level. */
  public abstract boolean includes(CaseDeclaration declaration);

  /** The word on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
