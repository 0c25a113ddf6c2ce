package org.bindbench.launch.interleaved;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.comparison.Side;

/**
 * An engine of the base and the one of the head it is held against, with all that both measure.
 *
 * @param base where the base runs
 * @param head where the head runs
 * @param effort the same for both, so that they are compared at equal age
 * @param pairs the cases, at least one
 */
public record Lane(Place base, Place head, Effort effort, List<Pair> pairs) {
  /**
   * An engine on one side.
   *
   * @param untimedEngine the engine whose workers measure its bytes
   */
  public record Place(String engine, String untimedEngine) {}

  public Lane {
    pairs = List.copyOf(pairs);
  }

  /**
   * What is measured again where these are flagged; empty where none is. Cases that take turns in a
   * JVM warm it up for each other, so that they are measured again in the same company.
   */
  public Optional<Lane> again(Predicate<Pair> flagged) {
    Predicate<Pair> turns = pair -> pair.takesTurns(effort);
    boolean company = pairs.stream().anyMatch(flagged.and(turns));
    Predicate<Pair> wanted = company ? flagged.or(turns) : flagged;
    List<Pair> left = pairs.stream().filter(wanted).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(new Lane(base, head, effort, left));
  }

  Batch batch(Side side, Sharing sharing, List<Pair> some, int fork) {
    Place place = side == Side.BASE ? base : head;
    List<TrialSpec> trials = some.stream().map(pair -> pair.of(side).inFork(fork)).toList();
    return new Batch(
        place.engine(),
        side.id(),
        sharing.isTimed() ? place.engine() : place.untimedEngine(),
        effort,
        sharing,
        trials);
  }
}
