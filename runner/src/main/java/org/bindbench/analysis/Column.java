package org.bindbench.analysis;

import org.bindbench.model.BindingStyle;

/** A column of comparisons: an engine, and how it reaches Java where a case is bound. */
public record Column(String engine, BindingStyle style) {
  /** {@code luaj, coercion}; the engine alone where a case uses only what its language offers. */
  public String title() {
    return style == BindingStyle.OWN ? engine : engine + ", " + style.title();
  }

  /** {@code luaj (coercion)}, which reads better inside a sentence. */
  public String inSentence() {
    return style == BindingStyle.OWN ? engine : engine + " (" + style.title() + ")";
  }

  @Override
  public String toString() {
    return title();
  }
}
