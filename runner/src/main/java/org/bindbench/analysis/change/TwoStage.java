package org.bindbench.analysis.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bindbench.model.metric.Direction;

/**
 * Judges changes in two stages, so that neither chance nor the choice of what to look at makes a
 * finding. What stage one flags is measured again in fresh forks; stage two alone confirms it and
 * gives the effect. Nothing else looks at the data in between.
 *
 * <p>Stage one flags at p &lt; 0.05, adjusted after Benjamini and Hochberg over all that was
 * tested, where the effect is at least the gate's. Stage two confirms at 0.05 divided by the number
 * that was measured again (Bonferroni), where the effect is at least the gate's and in the same
 * direction.
 */
public final class TwoStage {
  /** Level of both stages. */
  public static final double ALPHA = 0.05;

  private TwoStage() {}

  /** What is to be measured again, in the order of the map. */
  public static Set<Subject> flagged(Map<Subject, Sides> stageOne, Function<Subject, Gate> gates) {
    return Screening.of(testable(stageOne, Optional.empty()), gates).flagged();
  }

  /**
   * One comparison per subject of stage one, in its order.
   *
   * @param stageTwo fresh forks of what was flagged; others in it are passed over
   * @param words caveats of a subject's figures
   * @param unfit why the machine was not fit to measure time; nothing clocked is then judged, and
   *     what is counted is unaffected
   */
  public static List<Comparison> judge(
      Map<Subject, Sides> stageOne,
      Map<Subject, Sides> stageTwo,
      Function<Subject, Gate> gates,
      Function<Subject, List<String>> words,
      Optional<String> unfit) {
    Screening screening = Screening.of(testable(stageOne, unfit), gates);
    Map<Subject, Sides> again = new LinkedHashMap<>(stageTwo);
    again.keySet().retainAll(screening.flagged());
    double alpha = ALPHA / Math.max(1, again.size());
    Function<Judge, Comparison> ifFlagged =
        judge -> {
          Sides fresh = again.get(judge.subject());
          return fresh == null ? judge.notAgain() : judge.again(fresh, alpha);
        };
    return judges(stageOne, gates, words)
        .map(judge -> judge.judge(screening, unfit, ifFlagged))
        .toList();
  }

  /**
   * One comparison per subject where a second stage is not to be had, as between two finished runs.
   * A change is found where stage one would flag it, and its reason says that it was not confirmed.
   */
  public static List<Comparison> judgeOnce(
      Map<Subject, Sides> sides,
      Function<Subject, Gate> gates,
      Function<Subject, List<String>> words,
      Optional<String> unfit) {
    Screening screening = Screening.of(testable(sides, unfit), gates);
    return judges(sides, gates, words)
        .map(judge -> judge.judge(screening, unfit, Judge::unconfirmed))
        .toList();
  }

  private static Stream<Judge> judges(
      Map<Subject, Sides> sides,
      Function<Subject, Gate> gates,
      Function<Subject, List<String>> words) {
    return sides.entrySet().stream()
        .map(
            each ->
                new Judge(
                    each.getKey(),
                    each.getValue(),
                    gates.apply(each.getKey()),
                    words.apply(each.getKey())));
  }

  /** What may be tested: nothing without a better side, and nothing clocked on an unfit machine. */
  private static Map<Subject, Sides> testable(Map<Subject, Sides> all, Optional<String> unfit) {
    Map<Subject, Sides> testable = new LinkedHashMap<>(all);
    testable
        .keySet()
        .removeIf(
            subject ->
                subject.metric().direction() == Direction.NEITHER
                    || unfit.isPresent() && Source.of(subject.metric()) == Source.CLOCKED);
    return testable;
  }
}
