package org.bindbench.analysis;

import java.util.List;
import java.util.stream.Stream;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.TrialSpec;

/**
 * A column of comparisons: an engine, how it reaches Java where a case is bound, and the JVM setup
 * where a run compares several.
 */
public record Column(String engine, BindingStyle style, String setup) {
  /** A column of a run with one JVM setup. */
  public Column(String engine, BindingStyle style) {
    this(engine, style, "");
  }

  /** The column that a trial counts for. */
  public static Column of(TrialSpec trial) {
    return new Column(trial.engine(), trial.style(), trial.setup());
  }

  /** {@code luaj, coercion}; the engine alone where a case uses only what its language offers. */
  public String title() {
    return String.join(", ", Stream.concat(Stream.of(engine), qualifiers().stream()).toList());
  }

  /** {@code luaj (coercion)}, which reads better inside a sentence. */
  public String inSentence() {
    return qualifiers().isEmpty() ? engine : engine + " (" + String.join(", ", qualifiers()) + ")";
  }

  private List<String> qualifiers() {
    return Stream.of(style == BindingStyle.OWN ? "" : style.title(), setup)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return title();
  }
}
