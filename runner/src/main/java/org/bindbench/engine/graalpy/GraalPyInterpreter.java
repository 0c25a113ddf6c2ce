package org.bindbench.engine.graalpy;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindbench.engine.Engine;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Language;
import org.bindbench.model.Versions;

/** GraalPy without a compiler: how it runs on any JVM that is not a JDK 25. */
@AutoService(Engine.class)
public final class GraalPyInterpreter extends GraalPyEngine {
  @Override
  public EngineProfile profile() {
    return new EngineProfile(
        "graalpy-interpreter", Language.PYTHON, Versions.current().graalpy(), "interpreter");
  }

  @Override
  public Optional<String> unfit(JvmFacts jvm) {
    return Optional.empty();
  }

  @Override
  public List<String> jvmOptions(JvmFacts jvm, Path bundle, Path cache) {
    return interpreterOptions(jvm, cache);
  }

  @Override
  public List<String> restingHeapOptions(JvmFacts jvm) {
    return List.of();
  }

  @Override
  public List<String> stillHeapOptions(JvmFacts jvm) {
    return List.of();
  }
}
