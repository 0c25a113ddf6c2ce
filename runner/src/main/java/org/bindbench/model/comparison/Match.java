package org.bindbench.model.comparison;

import org.bindbench.model.BindingStyle;

/** An engine in a binding style on one side, and what it is held against on the other. */
public record Match(
    String baseEngine, BindingStyle baseStyle, String headEngine, BindingStyle headStyle) {
  /** The engine of a side. */
  public String engine(Side side) {
    return side == Side.BASE ? baseEngine : headEngine;
  }

  /** The binding style of a side. */
  public BindingStyle style(Side side) {
    return side == Side.BASE ? baseStyle : headStyle;
  }
}
