package org.bindbench.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bindbench.analysis.change.Planted.RATE;
import static org.bindbench.analysis.change.Planted.drawn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.Seeds;
import org.bindbench.analysis.WelchRatio;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** False alarms and power of the rule, where eight forks a side vary as a lognormal does. */
@Tag("simulation")
class TwoStageSimulationTest {
  private static final int FORKS = 8;
  private static final Subject SUBJECT = Planted.subject("simulated", RATE);

  /** Chance by which a correct rule misses a bound. */
  private static final double CHANCE = 1e-6;

  /** What the rule may raise at most: stage one's 5 % times the same half of stage two's. */
  private static final double FALSE_ALARMS = 0.05 * 0.05 / 2;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void withoutAChangeFalseAlarmsAreAboutOneInAThousand(long seed) {
    Random random = new Random(seed);
    int trials = 15_000;
    int most = BinomialDistribution.of(trials, FALSE_ALARMS).inverseSurvivalProbability(CHANCE);
    for (double cv : new double[] {0.022, 0.1, 0.2}) {
      int alarms = found(random, trials, cv, 1);
      Seeds.report(seed, "false alarms, CV " + cv, alarms / (double) trials, trials);
      assertThat(alarms).as("seed %d, CV %s", seed, cv).isLessThanOrEqualTo(most);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void amongTwentyMetricsFalseAlarmsAreNoMoreFrequent(long seed) {
    Random random = new Random(seed);
    int trials = 1000;
    int alarms = 0;
    for (int trial = 0; trial < trials; trial++)
      if (judged(random, family(random, 20)).stream().anyMatch(each -> each.verdict().isChange()))
        alarms++;
    Seeds.report(seed, "false alarms among twenty", alarms / (double) trials, trials);
    assertThat(alarms)
        .as("seed %d", seed)
        .isLessThanOrEqualTo(
            BinomialDistribution.of(trials, FALSE_ALARMS).inverseSurvivalProbability(CHANCE));
  }

  /** The power that a simulation of the same rule gave elsewhere, to two decimals. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void aSlowdownIsFoundAsOftenAsTheForksAllow(long seed) {
    Random random = new Random(seed);
    double[][] expected = {
      {0.20, 0.08, 0.98},
      {0.20, 0.10, 0.84},
      {0.20, 0.15, 0.37},
      {0.10, 0.05, 0.87},
      {0.10, 0.06, 0.69},
      {0.10, 0.084, 0.30}
    };
    int trials = 2000;
    for (double[] each : expected) {
      double power = found(random, trials, each[1], 1 / (1 + each[0])) / (double) trials;
      double error = Math.sqrt(each[2] * (1 - each[2]) / trials);
      Seeds.report(seed, "power, +" + each[0] + ", CV " + each[1], power, trials);
      assertThat(power)
          .as("seed %d, +%s, CV %s", seed, each[0], each[1])
          .isCloseTo(each[2], within(0.01 + 4 * error));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void stageOneExaggeratesWhatItFlagsAndStageTwoDoesNot(long seed) {
    Random random = new Random(seed);
    double truth = Math.log(1.1);
    double[] sums = new double[3];
    while (sums[2] < 2000) {
      Sides one = drawn(random, FORKS, 0.084, 1, 1 / 1.1);
      if (TwoStage.flagged(Map.of(SUBJECT, one), Planted::gate).isEmpty()) continue;
      Sides two = drawn(random, FORKS, 0.084, 1, 1 / 1.1);
      Comparison judged = judge(Map.of(SUBJECT, one), Map.of(SUBJECT, two)).get(0);
      sums[0] += Math.log1p(judged.stageOne().orElseThrow().worsening().value());
      sums[1] += Math.log1p(judged.published().orElseThrow().worsening().value());
      sums[2]++;
    }
    assertThat(sums[0] / 2000).as("seed %d, stage one", seed).isGreaterThan(truth + 0.02);
    assertThat(sums[1] / 2000).as("seed %d, stage two", seed).isCloseTo(truth, within(0.005));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void theSameIsSaidOnlyWhereTheIntervalLiesWithinTheGate(long seed) {
    Random random = new Random(seed);
    int same = 0;
    for (int trial = 0; trial < 3000; trial++) {
      int forks = 3 + random.nextInt(8);
      double cv = 0.005 + 0.05 * random.nextDouble();
      double head = Math.exp(0.05 * random.nextGaussian());
      Sides sides = drawn(random, forks, cv, 1, head);
      Estimate ratio = WelchRatio.of(sides.head(), sides.base()).orElseThrow();
      boolean within = ratio.low() >= 1 / 1.05 && ratio.high() <= 1.05;

      Comparison once = judgeOnce(sides);

      assertThat(once.verdict() == Verdict.SAME).as("seed %d, %s", seed, sides).isEqualTo(within);
      if (within) same++;
    }
    assertThat(same).as("seed %d", seed).isBetween(500, 2500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.bindbench.analysis.Seeds#all")
  void aChangeAsLargeAsTheGateIsRarelyCalledTheSame(long seed) {
    Random random = new Random(seed);
    int trials = 5000;
    int same = 0;
    for (int trial = 0; trial < trials; trial++)
      if (judgeOnce(drawn(random, FORKS, 0.022, 1, 1 / 1.05)).verdict() == Verdict.SAME) same++;
    Seeds.report(seed, "+0.05 called the same", same / (double) trials, trials);
    assertThat(same)
        .as("seed %d", seed)
        .isLessThanOrEqualTo(
            BinomialDistribution.of(trials, 0.025).inverseSurvivalProbability(CHANCE));
  }

  private static Comparison judgeOnce(Sides sides) {
    return TwoStage.judgeOnce(
            Map.of(SUBJECT, sides), Planted::gate, subject -> List.of(), Optional.empty())
        .get(0);
  }

  private static int found(Random random, int trials, double cv, double head) {
    int found = 0;
    for (int trial = 0; trial < trials; trial++) {
      Map<Subject, Sides> one = Map.of(SUBJECT, drawn(random, FORKS, cv, 1, head));
      if (TwoStage.flagged(one, Planted::gate).isEmpty()) continue;
      Map<Subject, Sides> two = Map.of(SUBJECT, drawn(random, FORKS, cv, 1, head));
      if (judge(one, two).get(0).verdict().isChange()) found++;
    }
    return found;
  }

  private static Map<Subject, Sides> family(Random random, int metrics) {
    Map<Subject, Sides> family = new LinkedHashMap<>();
    IntStream.range(0, metrics)
        .forEach(
            i -> family.put(Planted.subject("case" + i, RATE), drawn(random, FORKS, 0.1, 1, 1)));
    return family;
  }

  private static List<Comparison> judged(Random random, Map<Subject, Sides> one) {
    Map<Subject, Sides> two = new LinkedHashMap<>();
    TwoStage.flagged(one, Planted::gate)
        .forEach(subject -> two.put(subject, drawn(random, FORKS, 0.1, 1, 1)));
    return two.isEmpty() ? List.of() : judge(one, two);
  }

  private static List<Comparison> judge(Map<Subject, Sides> one, Map<Subject, Sides> two) {
    return TwoStage.judge(one, two, Planted::gate, subject -> List.of(), Optional.empty());
  }
}
