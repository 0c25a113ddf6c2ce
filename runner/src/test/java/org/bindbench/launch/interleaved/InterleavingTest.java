package org.bindbench.launch.interleaved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterleavingTest {
  private static final List<String> RATES = List.of("creation", "call", "sort");

  static LongStream seeds() {
    return LongStream.range(0, 20).map(each -> each * 7919 + 1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothSidesOfAnEngineStandNextToEachOtherAndTakeTurnsInBeingFirst(long seed) {
    List<Batch> timed = timed(plan(true, 8, seed));
    Map<String, List<String>> firstByEngine =
        pairsOf(timed).stream()
            .peek(
                pair -> {
                  assertThat(pair.get(0).engine()).isEqualTo(pair.get(1).engine());
                  assertThat(pair).extracting(Batch::setup).doesNotHaveDuplicates();
                  assertThat(cases(pair.get(0))).isEqualTo(cases(pair.get(1)));
                  assertThat(fork(pair.get(0))).isEqualTo(fork(pair.get(1)));
                })
            .collect(
                Collectors.groupingBy(
                    pair -> pair.get(0).engine(),
                    Collectors.mapping(pair -> pair.get(0).setup(), Collectors.toList())));
    assertThat(firstByEngine).containsOnlyKeys("luaj", "luajc");
    firstByEngine.forEach(
        (engine, first) -> {
          for (int i = 1; i < first.size(); i++)
            assertThat(first.get(i)).as(engine).isNotEqualTo(first.get(i - 1));
          assertThat(first.stream().filter("base"::equals)).hasSize(4);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void alsoWhereEveryCaseHasAJvmOfItsOwn(long seed) {
    List<Batch> timed = timed(plan(false, 4, seed));
    assertThat(timed).hasSize(2 * 2 * 4 * RATES.size()).allMatch(each -> each.trials().size() == 1);
    Map<String, List<String>> firstByCase =
        pairsOf(timed).stream()
            .peek(pair -> assertThat(cases(pair.get(0))).isEqualTo(cases(pair.get(1))))
            .collect(
                Collectors.groupingBy(
                    pair -> pair.get(0).engine() + cases(pair.get(0)),
                    Collectors.mapping(pair -> pair.get(0).setup(), Collectors.toList())));
    firstByCase.forEach(
        (title, first) ->
            assertThat(first)
                .as(title)
                .containsExactly(first.get(0), first.get(1), first.get(0), first.get(1))
                .doesNotContainSequence(first.get(0), first.get(0)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothSidesAreMeasuredAlikeInEveryFork(long seed) {
    List<TrialSpec> trials =
        plan(true, 5, seed).stream().flatMap(batch -> batch.trials().stream()).toList();
    Function<TrialSpec, String> withoutSide =
        trial -> trial.id() + trial.engine() + trial.style() + trial.fork();
    assertThat(
            trials.stream().filter(trial -> trial.setup().equals("base")).map(withoutSide).toList())
        .containsExactlyInAnyOrderElementsOf(
            trials.stream()
                .filter(trial -> trial.setup().equals("head"))
                .map(withoutSide)
                .toList());
    assertThat(trials).doesNotHaveDuplicates().hasSize(2 * 2 * 5 * (RATES.size() + 1));
  }

  @Test
  void theSameSeedGivesTheSameOrderAndAnotherSeedAnother() {
    assertThat(plan(true, 8, 42)).isEqualTo(plan(true, 8, 42));
    assertThat(plan(true, 8, 42)).isNotEqualTo(plan(true, 8, 43));
  }

  @Test
  void theSeedDecidesWhichSideComesFirst() {
    assertThat(seeds().mapToObj(seed -> plan(true, 3, seed).get(0).setup()).distinct())
        .containsExactlyInAnyOrder("base", "head");
  }

  @Test
  void untimedTrialsComeLastAndRunOnTheEnginesOwnWorkers() {
    List<Batch> batches = plan(true, 3, 1);
    List<Batch> untimed = batches.subList(timed(batches).size(), batches.size());
    assertThat(untimed)
        .hasSize(2 * 2 * 3)
        .allSatisfy(
            batch -> {
              assertThat(batch.sharing()).isEqualTo(Sharing.SEQUENCE);
              assertThat(batch.runsOn()).isEqualTo(batch.engine() + "-untimed");
            });
  }

  @Test
  void stageTwoHasForksOfItsOwn() {
    List<Batch> batches = Interleaving.plan(lanes(true), 9, 16, 42);
    assertThat(batches.stream().map(InterleavingTest::fork).distinct())
        .containsExactlyInAnyOrder(9, 10, 11, 12, 13, 14, 15, 16);
  }

  @Test
  void aCaseWithAJvmOfItsOwnIsMeasuredAgainAlone() {
    assertThat(names(lane("luaj", false).again(named("call")))).containsExactly("call");
    assertThat(lane("luaj", true).again(pair -> false)).isEmpty();
  }

  @Test
  void casesThatWarmAJvmTogetherAreMeasuredAgainTogether() {
    Lane lane = lane("luaj", true);
    assertThat(names(lane.again(named("call")))).containsExactlyElementsOf(RATES);
    assertThat(names(lane.again(named("memory")))).containsExactly("memory");
    assertThat(names(lane.again(named("call").or(named("memory")))))
        .containsExactly("creation", "call", "sort", "memory");
  }

  private static Predicate<Pair> named(String name) {
    return pair -> pair.base().id().name().equals(name);
  }

  private static List<String> names(Optional<Lane> lane) {
    return lane.orElseThrow().pairs().stream().map(pair -> pair.base().id().name()).toList();
  }

  private static List<Batch> plan(boolean rotated, int forks, long seed) {
    return Interleaving.plan(lanes(rotated), 1, forks, seed);
  }

  private static List<Lane> lanes(boolean rotated) {
    return List.of(lane("luaj", rotated), lane("luajc", rotated));
  }

  private static Lane lane(String engine, boolean rotated) {
    Lane.Place place = new Lane.Place(engine, engine + "-untimed");
    List<Pair> pairs = new ArrayList<>();
    for (String name : RATES) pairs.add(pair(engine, name, "rate"));
    pairs.add(pair(engine, "memory", "retained"));
    Effort effort =
        new Effort(
            8,
            rotated,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofMillis(250),
            Duration.ofMillis(160),
            8,
            1000,
            1000,
            Duration.ofSeconds(60));
    return new Lane(place, place, effort, pairs);
  }

  private static Pair pair(String engine, String name, String protocol) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("s.lua"), 1, name, protocol, "objects", List.of(), Map.of(), "", 0, "");
    return new Pair(spec(declaration, engine, "base"), spec(declaration, engine, "head"));
  }

  private static TrialSpec spec(CaseDeclaration declaration, String engine, String side) {
    return new TrialSpec(declaration, declaration.ids().get(0), engine, BindingStyle.OWN, side, 1);
  }

  private static List<Batch> timed(List<Batch> batches) {
    return batches.stream().takeWhile(batch -> batch.sharing().isTimed()).toList();
  }

  private static List<List<Batch>> pairsOf(List<Batch> batches) {
    List<List<Batch>> pairs = new ArrayList<>();
    for (int i = 0; i < batches.size(); i += 2) pairs.add(batches.subList(i, i + 2));
    return pairs;
  }

  private static List<String> cases(Batch batch) {
    return batch.trials().stream().map(trial -> trial.id() + " " + trial.style()).toList();
  }

  private static int fork(Batch batch) {
    return batch.trials().get(0).fork();
  }
}
