package org.bindbench.jmh;

import java.nio.file.Path;
import org.bindbench.binding.qtforge.QtforgeLibrary;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** A Python suite, loaded as any embedder of GraalPy would: by the polyglot API alone. */
final class PythonSuite {
  private static final String OFFER =
      """
      import sys, types

      def offer(name, namespaces):
          module = types.ModuleType(name)
          for key in namespaces.keySet():
              setattr(module, key, namespaces.get(key))
          sys.modules[name] = module

      offer
      """;

  private final Context context;
  private final Value bindbench;
  private final String suite;

  /** Loads the file, beside which {@code bindbench.py} lies. */
  PythonSuite(Path file) {
    context =
        Context.newBuilder("python")
            .allowAllAccess(true)
            .allowExperimentalOptions(true)
            .option("python.DontWriteBytecodeFlag", "true")
            .build();
    QtforgeLibrary library = new QtforgeLibrary();
    context.eval("python", OFFER).executeVoid(library.name(), library.namespaces());
    context
        .eval("python", "import sys; sys.path")
        .invokeMember("insert", 0, file.resolveSibling("").toString());
    bindbench = context.eval("python", "import bindbench; bindbench");
    bindbench.invokeMember("load", file.toString());
    suite = file.getFileName().toString().replaceFirst("\\.py$", "");
  }

  /** "GraalVM CE" with the JIT, "Interpreted" without. */
  String implementation() {
    return context.getEngine().getImplementationName();
  }

  /** The function {@code run} of a case without parameters. */
  Value run(String name) {
    return bindbench.invokeMember("prepare", suite, name, new Object[0]).getHashValue("run");
  }
}
