package org.bindbench.jmh;

import java.nio.file.Path;

/**
 * A guest function that both sides measure.
 *
 * @param engine the engine's id
 * @param suite file name of its suite without extension, the same in every language
 * @param name the case, which has no parameters
 */
record Subject(String engine, String suite, String name) {
  boolean isPython() {
    return engine.startsWith("graalpy");
  }

  /** The language's word on the command line. */
  String language() {
    return isPython() ? "python" : "lua";
  }

  /** The suite's file below the folder of the sources. */
  Path file(Path root) {
    return root.resolve(language()).resolve(suite + (isPython() ? ".py" : ".lua"));
  }

  String title() {
    return engine + " " + name;
  }
}
