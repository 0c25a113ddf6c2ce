package org.bindbench.analysis.limits;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindbench.model.limits.Attempt;
import org.bindbench.model.limits.LimitStep;

/**
 * The search for a limit as a pure function: from the tries so far to the next one, or to the
 * result. From the start it doubles or halves until one size failed and an easier one was got
 * through, then halves the gap between both on a logarithmic scale until it is no wider than the
 * step. While it does so one try of a size decides; the size it ends at must be got through as
 * often as wanted, by then or in further tries.
 *
 * <p>Where a try that failed held an easier size on its way, that is tried next instead.
 *
 * <p>A size that failed once has failed, and with it all that are harder: near a limit tries
 * differ, and a heap that only sometimes suffices does not. Where a size fails after an easier one
 * was got through, or one that was got through fails when it is tried again, the search goes on
 * between it and the next easier size.
 *
 * @param range sizes that may be tried
 * @param start where it begins
 * @param step widest gap that may be left, as a share of the smaller size; gaps of one grain may be
 *     left in any case
 * @param passes how often the result must have been got through, without any failure
 * @param mostTries after so many it gives up
 */
public record Bisection(Range range, int start, double step, int passes, int mostTries) {
  public Bisection {
    if (range.nearest(start) != start)
      throw new IllegalArgumentException("a search cannot start at " + start);
    if (!(step > 0) || passes < 1 || mostTries < 1)
      throw new IllegalArgumentException(
          "step, passes and tries must be positive, but are %s, %d and %d"
              .formatted(step, passes, mostTries));
  }

  /** What follows these tries, which it made itself, in their order. */
  public LimitStep next(List<Attempt> tries) {
    Map<Integer, Integer> passed = new HashMap<>();
    for (Attempt each : tries) if (each.passed()) passed.merge(each.size(), 1, Integer::sum);
    LimitStep step = next(wall(tries), passed);
    return step instanceof LimitStep.Try && tries.size() >= mostTries
        ? new LimitStep.Unsettled(
            "no limit was settled in %d tries: they differ too much from each other"
                .formatted(mostTries),
            false)
        : step;
  }

  /** The easiest that failed. */
  private Optional<Attempt> wall(List<Attempt> tries) {
    return tries.stream()
        .filter(each -> !each.passed())
        .reduce((one, other) -> range.isHarder(one.size(), other.size()) ? other : one);
  }

  private LimitStep next(Optional<Attempt> wall, Map<Integer, Integer> passed) {
    OptionalInt failed = wall.stream().mapToInt(Attempt::size).findFirst();
    OptionalInt hold =
        passed.keySet().stream()
            .mapToInt(size -> size)
            .filter(size -> failed.isEmpty() || range.isHarder(failed.getAsInt(), size))
            .reduce(range::harderOf);
    if (hold.isEmpty()) return wall.isEmpty() ? new LimitStep.Try(start) : eased(wall.get());
    int held = hold.getAsInt();
    if (wall.isEmpty() && held != range.hardest()) return new LimitStep.Try(range.harder(held));
    if (wall.isPresent() && !isNarrow(held, wall.get().size()))
      return new LimitStep.Try(between(held, wall.get()));
    return passed.getOrDefault(held, 0) >= passes
        ? new LimitStep.Found(held, failed)
        : new LimitStep.Try(held);
  }

  private LimitStep eased(Attempt failed) {
    return failed.size() == range.easiest()
        ? new LimitStep.Unsettled("not even the easiest size was enough", true)
        : new LimitStep.Try(failed.held().orElse(range.easier(failed.size())));
  }

  private boolean isNarrow(int held, int failed) {
    int smaller = Math.min(held, failed);
    int gap = Math.abs(held - failed);
    return gap <= range.grain() || gap <= step * smaller;
  }

  /** What the failed one held, or the size nearest to the geometric mean strictly between. */
  private int between(int held, Attempt failed) {
    OptionalInt seen = failed.held();
    if (seen.isPresent() && range.isHarder(seen.getAsInt(), held)) return seen.getAsInt();
    int smaller = Math.min(held, failed.size());
    int larger = Math.max(held, failed.size());
    int middle = range.nearest(Math.sqrt((double) held * failed.size()));
    return Math.max(smaller + range.grain(), Math.min(larger - range.grain(), middle));
  }
}
