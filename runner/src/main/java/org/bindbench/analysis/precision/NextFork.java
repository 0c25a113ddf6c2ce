package org.bindbench.analysis.precision;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.bindbench.model.FurtherFork;

/**
 * Which fork narrows intervals most for its time.
 *
 * <p>The choice is by spread, never by value, significance or who leads. Where forks scatter evenly
 * about their mean, mean and deviation are independent, so that stopping by the deviation leaves
 * the mean unbiased. A row that stops for being narrow happens to have a small deviation a little
 * more often than chance would, so that intervals are a little too narrow (Anscombe, "Sequential
 * estimation", J. R. Stat. Soc. B 1953); a simulation beside the tests says by how much.
 */
public final class NextFork {
  /**
   * A headline comes first until its interval is this narrow: the least change that a verdict
   * counts is 5 %, and an interval wider than ± 5 % cannot lie within it.
   */
  public static final double HEADLINE_TARGET = Math.log1p(0.05);

  /**
   * From here on a row is narrow enough: levels within a fork count as the same up to 1 %, so
   * narrower intervals would tell apart what steadiness does not.
   */
  public static final double NARROW_ENOUGH = Math.log1p(0.01);

  /**
   * Most forks of a row. From 30 to 31 an interval narrows by less than 2 % of its width, and one
   * row whose forks never agree must not take the whole budget.
   */
  public static final int MOST_FORKS = 30;

  private NextFork() {}

  /**
   * The fork with the greatest gain per second: among those of headlines that are too wide, where
   * there is one to be had, else among all.
   *
   * @param offers forks that could be run
   * @param spreads what is known of rows by title; a row that is missing is not worth a fork
   * @return empty where nothing that there is time for would narrow a row that needs it; of equal
   *     gains the first
   */
  public static Optional<FurtherFork> of(
      List<FurtherFork> offers, Map<String, Spread> spreads, double secondsLeft) {
    List<FurtherFork> inTime =
        offers.stream().filter(offer -> offer.seconds() <= secondsLeft).toList();
    return best(inTime, spreads, NextFork::isUrgent)
        .or(() -> best(inTime, spreads, NextFork::isWide));
  }

  private static Optional<FurtherFork> best(
      List<FurtherFork> offers, Map<String, Spread> spreads, Predicate<Spread> counts) {
    ToDoubleFunction<FurtherFork> gainPerSecond =
        offer ->
            offer.rows().stream()
                    .map(spreads::get)
                    .filter(Objects::nonNull)
                    .filter(counts)
                    .mapToDouble(Spread::gain)
                    .sum()
                / offer.seconds();
    return offers.stream()
        .filter(offer -> gainPerSecond.applyAsDouble(offer) > 0)
        .reduce((a, b) -> Comparator.comparingDouble(gainPerSecond).compare(a, b) < 0 ? b : a);
  }

  private static boolean isUrgent(Spread spread) {
    return spread.rank() == 0
        && spread.halfWidth() > HEADLINE_TARGET
        && spread.forks() < MOST_FORKS;
  }

  private static boolean isWide(Spread spread) {
    return spread.halfWidth() > NARROW_ENOUGH && spread.forks() < MOST_FORKS;
  }
}
