package org.bindbench.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.UsageException;

/**
 * The JVMs of this computer.
 *
 * @param candidates what was found, in the order of preference, each home once
 * @param explicit how many of them, at the front, the user named
 * @param running home of the JVM this process runs on
 * @param searched the places that were looked at, as people write them
 */
public record Jvms(List<Candidate> candidates, int explicit, Path running, List<String> searched) {
  public Jvms {
    candidates = List.copyOf(candidates);
    searched = List.copyOf(searched);
    if (explicit < 0 || explicit > candidates.size()) {
      throw new IllegalArgumentException("explicit: " + explicit + " of " + candidates.size());
    }
  }

  /**
   * The JVM that workers run on.
   *
   * @param source where it was found
   * @param unfit why an engine cannot run there the way it should; empty where it can
   */
  public record Choice(JvmFacts jvm, String source, String unfit) {
    /** Whether the JVM is right for the engine that asked. */
    public boolean isFit() {
      return unfit.isEmpty();
    }
  }

  /** The JVMs that can be used, in the order of preference. */
  public List<JvmFacts> usable() {
    return candidates.stream().flatMap(candidate -> candidate.jvm().stream()).toList();
  }

  /** The JVMs the user named, in the order given; empty where none was. */
  public List<JvmFacts> named() {
    return candidates.subList(0, explicit).stream()
        .flatMap(candidate -> candidate.jvm().stream())
        .toList();
  }

  /**
   * Chooses the worker's JVM: the first one the user named, whatever it is; else the first that is
   * fit; else the running one; else the first that can be used.
   *
   * @param unfit why a JVM is not right for the engine to be measured; empty where it is
   * @throws UsageException with exit code 78 where no JVM can be used
   */
  public Choice choose(Function<JvmFacts, Optional<String>> unfit) {
    List<Choice> choices =
        candidates.stream()
            .flatMap(
                candidate ->
                    candidate
                        .jvm()
                        .map(
                            jvm -> new Choice(jvm, candidate.source(), unfit.apply(jvm).orElse("")))
                        .stream())
            .toList();
    if (choices.isEmpty()) {
      throw new UsageException(
          "No JVM was found that can run workers: looked at "
              + String.join(", ", searched)
              + "; install a JDK 25 or name one with --jvm.",
          78);
    }
    if (explicit > 0) return choices.get(0);
    return choices.stream()
        .filter(Choice::isFit)
        .findFirst()
        .or(
            () ->
                choices.stream().filter(choice -> choice.jvm().home().equals(running)).findFirst())
        .orElse(choices.get(0));
  }

  /**
   * Chooses as {@link #choose} does, and takes nothing less than a fit JVM.
   *
   * @throws UsageException with exit code 78 where the choice is not fit
   */
  public Choice chooseFit(Function<JvmFacts, Optional<String>> unfit) {
    Choice choice = choose(unfit);
    if (choice.isFit()) return choice;
    throw new UsageException(
        "The JIT was required, but "
            + choice.unfit()
            + ": looked at "
            + String.join(", ", searched)
            + "; install a JDK 25 or name one with --jvm.",
        78);
  }
}
