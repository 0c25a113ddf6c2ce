package org.bindbench.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A Java library that scripts are bound to, found by {@link java.util.ServiceLoader}.
 *
 * <p>Scripts see a module (Python) or a table (Lua) of the library's name, in it one entry per
 * namespace, and in that every public method of the namespace's object as a function: {@code
 * qtforge.core.create_plugin_manager()}.
 */
public interface Library {
  /** Name of the module or table, a plain identifier. */
  String name();

  /**
   * Namespaces by name; each call returns fresh objects, so that guests share nothing but what they
   * ask for as shared, which lives as long as this library.
   */
  Map<String, Object> namespaces();

  /** The engine family of LuaJ, whose hand binding is a LuaJ table. */
  String LUAJ = "luaj";

  /**
   * A binding written for one engine family by hand.
   *
   * @param family {@link #LUAJ}
   * @return the value scripts see under the library's name, empty where there is none
   */
  default Optional<Object> handBinding(String family) {
    return Optional.empty();
  }
}
