package org.bindbench.machine;

import java.nio.file.Path;
import java.util.Optional;
import org.bindbench.model.JvmFacts;

/** A JVM that was found, or something that was taken for one and refused. */
public sealed interface Candidate {
  /** Its folder, with symbolic links resolved where that was possible. */
  Path home();

  /** Where it was found: {@code --jvm}, a variable's name, "the running JVM" or a folder. */
  String source();

  /** The JVM, where it can be used. */
  Optional<JvmFacts> jvm();

  /** Why it cannot be used; empty where it can. */
  Optional<String> refusal();

  /** A JVM that can run workers. */
  record Usable(JvmFacts facts, String source) implements Candidate {
    @Override
    public Path home() {
      return facts.home();
    }

    @Override
    public Optional<JvmFacts> jvm() {
      return Optional.of(facts);
    }

    @Override
    public Optional<String> refusal() {
      return Optional.empty();
    }
  }

  /**
   * What cannot run workers.
   *
   * @param reason the end of a sentence that starts with the folder: "has no file 'release'"
   */
  record Refused(Path home, String source, String reason) implements Candidate {
    @Override
    public Optional<JvmFacts> jvm() {
      return Optional.empty();
    }

    @Override
    public Optional<String> refusal() {
      return Optional.of(reason);
    }
  }
}
