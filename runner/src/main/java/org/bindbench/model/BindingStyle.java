package org.bindbench.model;

/** How a script reaches a Java library, or that it reaches none. */
public enum BindingStyle {
  /** The case uses only what the language itself offers. */
  OWN("own"),
  /** The engine exposes Java objects as they are (GraalPy's host objects). */
  HOST("host object"),
  /** Functions written for the engine by hand (a LuaJ table of Java-written functions). */
  HAND("hand binding"),
  /** The engine finds methods by reflection at run time (LuaJ's {@code CoerceJavaToLua}). */
  COERCED("coercion");

  private final String title;

  BindingStyle(String title) {
    this.title = title;
  }

  /** The words people read in reports. */
  public String title() {
    return title;
  }
}
