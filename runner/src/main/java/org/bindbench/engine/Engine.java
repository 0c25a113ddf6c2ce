package org.bindbench.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.EngineSharing;
import org.bindbench.model.JvmFacts;

/**
 * A way to run a language, found by {@link java.util.ServiceLoader}. An implementation links no
 * class of its guest language before {@link #open}, so that the parent process can ask questions of
 * engines it will never run.
 */
public interface Engine {
  /** Id, language, version and mode. */
  EngineProfile profile();

  /** Why the JVM cannot run this engine the way its profile says; empty where it can. */
  default Optional<String> unfit(JvmFacts jvm) {
    return Optional.empty();
  }

  /**
   * Options the engine needs of the JVM it runs in.
   *
   * @param jvm the JVM of the worker
   * @param bundle folder of the unpacked bundle, which holds the compiler
   * @param cache folder the engine may keep files in
   */
  default List<String> jvmOptions(JvmFacts jvm, Path bundle, Path cache) {
    return List.of();
  }

  /**
   * Further options under which the engine's own compiler keeps nothing in the heap while it has
   * nothing to do.
   */
  default List<String> restingHeapOptions(JvmFacts jvm) {
    return List.of();
  }

  /**
   * Further options under which the engine's own compiler leaves the heap alone between two
   * readings, so that what has grown is the guest's.
   */
  default List<String> stillHeapOptions(JvmFacts jvm) {
    return List.of();
  }

  /**
   * Id of the engine whose workers measure this one's memory; itself unless its JIT blurs bytes.
   */
  default String untimedEngine() {
    return profile().id();
  }

  /** The ways this engine offers to reach Java, the one for headlines first. */
  List<BindingStyle> bindingStyles();

  /** Opens a guest in this JVM. */
  Guest open(GuestSetup setup);

  /** Opens several guests that run at once, each on a thread of its own. */
  default List<Guest> open(GuestSetup setup, int guests) {
    return Stream.generate(() -> open(setup)).limit(guests).toList();
  }

  /**
   * Where guests are opened that come and go one after another.
   *
   * @throws GuestException where guests of this engine cannot share what they should
   */
  default GuestSource source(EngineSharing sharing) {
    if (sharing == EngineSharing.OWN) return this::open;
    throw new GuestException(
        GuestException.Kind.UNSUPPORTED,
        profile().id() + " has no engine that guests could share: each is one by itself",
        "",
        "");
  }
}
