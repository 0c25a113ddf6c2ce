package org.bindbench.engine.graalpy;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindbench.engine.Engine;
import org.bindbench.engine.Guest;
import org.bindbench.engine.GuestSetup;
import org.bindbench.engine.GuestSource;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Language;
import org.bindbench.model.Versions;

/** GraalPy with its JIT compiler, which needs a JDK 25 from 25.0.1 on. */
@AutoService(Engine.class)
public class GraalPyEngine implements Engine {
  @Override
  public EngineProfile profile() {
    return new EngineProfile("graalpy", Language.PYTHON, Versions.current().graalpy(), "JIT");
  }

  /** The compiler is built against one JDK release; others refuse it or silently interpret. */
  @Override
  public Optional<String> unfit(JvmFacts jvm) {
    Runtime.Version version = Runtime.Version.parse(jvm.version());
    if (jvm.vmName().contains("OpenJ9"))
      return Optional.of("OpenJ9 has no JVMCI, which GraalPy's compiler needs");
    boolean right =
        version.feature() == 25 && version.compareToIgnoreOptional(FIRST_FIT_VERSION) >= 0;
    return right
        ? Optional.empty()
        : Optional.of("GraalPy's compiler needs a JDK 25 (25.0.1 or a later 25)");
  }

  private static final Runtime.Version FIRST_FIT_VERSION = Runtime.Version.parse("25.0.1");

  @Override
  public List<String> jvmOptions(JvmFacts jvm, Path bundle, Path cache) {
    List<String> options = new ArrayList<>(interpreterOptions(jvm, cache));
    if (unfit(jvm).isEmpty()) {
      options.add("-XX:+UnlockExperimentalVMOptions");
      options.add("-XX:+EnableJVMCI");
      options.add("--upgrade-module-path");
      options.add(bundle.resolve("compiler").toString());
    }
    return options;
  }

  /**
   * The compiler's graphs live in the same heap, and megabytes of them in a cache that it drops ten
   * seconds after it has had nothing to do.
   */
  @Override
  public List<String> restingHeapOptions(JvmFacts jvm) {
    return unfit(jvm).isEmpty()
        ? List.of("-Dpolyglot.compiler.EncodedGraphCache=false")
        : List.of();
  }

  /**
   * There are megabytes of graphs while the compiler works behind the guest's back, too. A guest
   * that waits for it would wait longest at its start, for the functions that import modules: they
   * are compiled anew after nearly every import, twenty seconds in all.
   */
  @Override
  public List<String> stillHeapOptions(JvmFacts jvm) {
    if (unfit(jvm).isPresent()) return List.of();
    List<String> options = new ArrayList<>(restingHeapOptions(jvm));
    options.add("-Dpolyglot.engine.BackgroundCompilation=false");
    options.add("-Dpolyglot.engine.CompileOnly=~_find_and_load_unlocked,~find_spec");
    return options;
  }

  /** What GraalPy needs of a JVM whether or not it compiles. */
  static List<String> interpreterOptions(JvmFacts jvm, Path cache) {
    List<String> options = new ArrayList<>();
    options.add("-Dpolyglot.engine.userResourceCache=" + cache.resolve("resources"));
    options.add("-Dpolyglot.engine.WarnInterpreterOnly=false");
    if (jvm.feature() >= 22) options.add("--enable-native-access=ALL-UNNAMED");
    if (jvm.feature() >= 23) options.add("--sun-misc-unsafe-memory-access=allow");
    return options;
  }

  /** With the JIT, compiled code and its metadata share the heap and blur bytes per object. */
  @Override
  public String untimedEngine() {
    return "graalpy-interpreter";
  }

  @Override
  public List<BindingStyle> bindingStyles() {
    return List.of(BindingStyle.HOST);
  }

  @Override
  public Guest open(GuestSetup setup) {
    return GraalPyGuest.alone(setup);
  }

  /** Contexts on one engine, as embedders are told to: they share parsed and compiled code. */
  @Override
  public List<Guest> open(GuestSetup setup, int guests) {
    return GraalPyGuest.onOneEngine(setup, guests);
  }

  @Override
  public GuestSource source(EngineSharing sharing) {
    return sharing == EngineSharing.SHARED ? new SharedEngine() : this::open;
  }
}
