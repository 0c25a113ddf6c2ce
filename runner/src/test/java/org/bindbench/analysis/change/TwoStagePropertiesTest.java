package org.bindbench.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not matter to a verdict, over families of random changes. */
class TwoStagePropertiesTest {
  private static final List<Metric> METRICS =
      List.of(Planted.RATE, Metrics.LARGEST_TIME, Metrics.RETAINED_BYTES);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theUnitDoesNotMatter(long seed) {
    UnaryOperator<Sides> thousandfold =
        sides -> new Sides(scaled(sides.base()), scaled(sides.head()));

    assertThat(verdicts(mapped(family(seed), thousandfold), mapped(family(-seed), thousandfold)))
        .isEqualTo(verdicts(family(seed), family(-seed)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theOrderOfSubjectsAndForksDoesNotMatter(long seed) {
    UnaryOperator<Sides> reversed =
        sides -> new Sides(reversed(sides.base()), reversed(sides.head()));
    Map<Subject, Sides> one = mapped(family(seed), reversed);
    Map<Subject, Sides> shuffled = new LinkedHashMap<>();
    reversed(List.copyOf(one.entrySet()))
        .forEach(each -> shuffled.put(each.getKey(), each.getValue()));

    assertThat(verdicts(shuffled, mapped(family(-seed), reversed)))
        .isEqualTo(verdicts(family(seed), family(-seed)));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void exchangedSidesExchangeBetterAndWorseAndNothingElse(long seed) {
    UnaryOperator<Sides> exchanged = sides -> new Sides(sides.head(), sides.base());
    Map<Subject, Verdict> there = verdicts(family(seed), family(-seed));

    Map<Subject, Verdict> back =
        verdicts(mapped(family(seed), exchanged), mapped(family(-seed), exchanged));

    assertThat(there.values()).contains(Verdict.BETTER, Verdict.WORSE, Verdict.INCONCLUSIVE);
    there.replaceAll((subject, verdict) -> opposite(verdict));
    assertThat(back).isEqualTo(there);
  }

  private static Verdict opposite(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> Verdict.WORSE;
      case WORSE -> Verdict.BETTER;
      default -> verdict;
    };
  }

  private static Map<Subject, Verdict> verdicts(Map<Subject, Sides> one, Map<Subject, Sides> two) {
    return TwoStage.judge(one, two, Planted::gate, subject -> List.of(), Optional.empty()).stream()
        .collect(
            Collectors.toMap(
                Comparison::subject, Comparison::verdict, (a, b) -> a, LinkedHashMap::new));
  }

  /** Thirty subjects; seeds of opposite signs draw the same changes and other forks. */
  private static Map<Subject, Sides> family(long seed) {
    Random changes = new Random(Math.abs(seed));
    Random forks = new Random(seed);
    Map<Subject, Sides> family = new LinkedHashMap<>();
    for (int i = 0; i < 30; i++)
      family.put(
          Planted.subject("case" + i, METRICS.get(i % METRICS.size())),
          Planted.drawn(forks, 6, 0.04, 100, 100 * Math.exp(0.12 * changes.nextGaussian())));
    return family;
  }

  private static Map<Subject, Sides> mapped(Map<Subject, Sides> all, UnaryOperator<Sides> change) {
    Map<Subject, Sides> mapped = new LinkedHashMap<>(all);
    mapped.replaceAll((subject, sides) -> change.apply(sides));
    return mapped;
  }

  private static List<Double> scaled(List<Double> values) {
    return values.stream().map(value -> 1024 * value).toList();
  }

  private static <T> List<T> reversed(List<T> all) {
    List<T> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    return reversed;
  }
}
