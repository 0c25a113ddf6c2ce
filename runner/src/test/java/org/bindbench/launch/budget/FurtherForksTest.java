package org.bindbench.launch.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.FurtherFork;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

/** A run by a clock that stands still but while a batch "runs", for as long as its rows take. */
class FurtherForksTest {
  private final Map<String, Double> secondsByCase = new HashMap<>();
  private final List<TrialRecord> trials = new ArrayList<>();
  private final List<Batch> started = new ArrayList<>();
  private long nanos;

  @Test
  void spendsTheRestOfTheBudgetOnTheRowThatIsChosen() {
    List<Batch> plan = alone("headline", "second");
    int planned = run(plan, plan, Duration.ofSeconds(100), choosing("second"));

    assertThat(started.subList(planned, started.size()))
        .hasSizeGreaterThan(3)
        .allSatisfy(batch -> assertThat(names(batch)).containsExactly("second"));
    assertThat(forksOf("second")).doesNotHaveDuplicates().startsWith(1, 2, 3, 4, 5, 6);
    assertThat(nanos / 1e9).isBetween(98 - cost("second"), 98.0);
  }

  @Test
  void offersWhatAForkOfTheRowTookAtMostSoFar() {
    List<Batch> plan = alone("short", "long");
    secondsByCase.put("short", 2.0);
    secondsByCase.put("long", 30.0);
    List<FurtherFork> offered = new ArrayList<>();
    run(
        plan,
        plan,
        Duration.ofMinutes(10),
        (soFar, offers, secondsLeft) -> {
          offered.addAll(offers);
          assertThat(secondsLeft).isEqualTo(600 * 0.98 - nanos / 1e9);
          return Optional.empty();
        });

    assertThat(offered)
        .containsExactly(
            new FurtherFork(List.of("suite.short · luaj"), 2),
            new FurtherFork(List.of("suite.long · luaj"), 30));
  }

  @Test
  void keepsTheBudgetWhateverBatchesTake() {
    for (double seconds = 0.5; seconds < 12; seconds += 0.7) {
      trials.clear();
      started.clear();
      nanos = 0;
      secondsByCase.put("second", seconds);
      List<Batch> plan = alone("headline", "second");
      run(plan, plan, Duration.ofSeconds(90), choosing("second"));
      assertThat(nanos / 1e9).isLessThanOrEqualTo(90);
    }
  }

  @Test
  void repeatsAllTheCasesThatTookTurnsForOneOfThemWouldWarmUpLess() {
    List<Batch> plan = shared(Sharing.ROTATION, "a", "b", "c");
    int planned = run(plan, plan, Duration.ofSeconds(100), choosing("b"));

    assertThat(started.subList(planned, started.size()))
        .isNotEmpty()
        .allSatisfy(batch -> assertThat(names(batch)).containsExactly("a", "b", "c"));
    assertThat(forksOf("c")).startsWith(1, 2, 3, 4);
  }

  @Test
  void repeatsUntimedTrialsSingly() {
    List<Batch> plan = shared(Sharing.SEQUENCE, "a", "b", "c");
    int planned = run(plan, plan, Duration.ofSeconds(100), choosing("b"));

    assertThat(started.subList(planned, started.size()))
        .isNotEmpty()
        .allSatisfy(batch -> assertThat(names(batch)).containsExactly("b"));
  }

  @Test
  void givesARowThatHadNoRoomItsFewestForksFirstWhereTheMachineIsFaster() {
    List<Batch> wanted = alone("headline", "second");
    List<Batch> planned =
        wanted.stream().filter(batch -> names(batch).contains("headline")).toList();
    secondsByCase.put("headline", 1.0);
    secondsByCase.put("second", 1.0);
    int before = run(wanted, planned, Duration.ofSeconds(30), choosing("headline"));

    assertThat(started.subList(before, before + 4))
        .extracting(batch -> names(batch).get(0))
        .containsExactly("second", "second", "second", "headline");
    assertThat(forksOf("second")).containsExactly(1, 2, 3);
  }

  @Test
  void breaksARowOffThatTakesLongerThanThereIsTime() {
    List<Batch> wanted = alone("headline", "second");
    List<Batch> planned =
        wanted.stream().filter(batch -> names(batch).contains("headline")).toList();
    secondsByCase.put("headline", 1.0);
    secondsByCase.put("second", 12.0);
    run(wanted, planned, Duration.ofSeconds(30), choosing("none"));

    assertThat(forksOf("second")).as("27 s of 28 are gone after two").containsExactly(1, 2);
  }

  @Test
  void leavesARowOutThatHasNoRoomForItsFewestForks() {
    List<Batch> wanted = alone("headline", "second");
    List<Batch> planned =
        wanted.stream().filter(batch -> names(batch).contains("headline")).toList();
    run(wanted, planned, Duration.ofSeconds(30), choosing("headline"));

    assertThat(forksOf("second")).isEmpty();
  }

  @Test
  void endsWhereNothingIsWorthAnotherFork() {
    List<Batch> plan = alone("headline");
    int planned = run(plan, plan, Duration.ofHours(1), (soFar, offers, left) -> Optional.empty());

    assertThat(started).hasSize(planned);
  }

  /** Runs as the launcher does; the number of planned batches that were started. */
  @Test
  void bytesOfHeadlinesAreMeasuredBeforeAnythingThatCouldTakeTheirTime() {
    List<Batch> plan =
        List.of(batch(Sharing.SEQUENCE, 1, "headline"), batch(Sharing.SEQUENCE, 1, "other"));
    FurtherForks course = course(plan, plan, Duration.ofMinutes(1), choosing("other"));

    assertThat(plan).filteredOn(course::goesFirst).containsExactly(plan.get(0));
  }

  /** Bytes took eight times their estimate; times are not expected to. */
  @Test
  void timedBatchesAreNotHeldToTheSpeedOfUntimedOnes() {
    List<Batch> plan = new ArrayList<>(alone("headline", "second"));
    plan.add(batch(Sharing.SEQUENCE, 1, "headline"));
    Duration untimed = plan.get(6).estimate();
    Duration timed = plan.get(0).estimate();
    FurtherForks course =
        course(
            plan,
            plan,
            untimed.multipliedBy(8).plus(timed.multipliedBy(6)).plusSeconds(1),
            choosing("second"));

    assertThat(course.allows(plan.get(6))).isTrue();
    nanos += untimed.multipliedBy(8).toNanos();
    for (Batch batch : plan.subList(0, 6)) {
      assertThat(course.allows(batch)).isTrue();
      nanos += timed.toNanos();
    }
  }

  @Test
  void nothingGoesOnOnceTheBudgetIsSpent() {
    List<Batch> plan = alone("headline");
    FurtherForks course = course(plan, plan, Duration.ofMinutes(1), choosing("other"));

    nanos = Duration.ofSeconds(40).toNanos();
    assertThat(course.left()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
    nanos = Duration.ofSeconds(60).toNanos();
    assertThat(course.left()).isZero();
    nanos = Duration.ofSeconds(90).toNanos();
    assertThat(course.left()).isZero();
  }

  private int run(
      List<Batch> wanted, List<Batch> planned, Duration budget, FurtherForks.Choice choice) {
    FurtherForks course = course(wanted, planned, budget, choice);
    for (Batch batch : planned) if (course.allows(batch)) run(batch, course);
    int before = started.size();
    for (List<Batch> next = course.further(List.copyOf(trials));
        !next.isEmpty();
        next = course.further(List.copyOf(trials))) next.forEach(batch -> run(batch, course));
    return before;
  }

  private FurtherForks course(
      List<Batch> wanted, List<Batch> planned, Duration budget, FurtherForks.Choice choice) {
    ToIntFunction<TrialSpec> rank = trial -> trial.id().name().equals("headline") ? 0 : 1;
    return new FurtherForks(
        wanted,
        planned,
        rank,
        new Pace(planned, budget, rank, () -> nanos),
        TimeBudget.open(planned, budget),
        choice);
  }

  private void run(Batch batch, FurtherForks course) {
    double seconds = batch.trials().stream().mapToDouble(trial -> cost(trial.id().name())).sum();
    nanos += Math.round(1e9 * seconds);
    started.add(batch);
    for (TrialSpec trial : batch.trials()) trials.add(completed(trial));
    course.took(batch, Duration.ofNanos(Math.round(1e9 * seconds)));
  }

  private double cost(String name) {
    return secondsByCase.getOrDefault(name, 5.4); // as estimated
  }

  private List<Integer> forksOf(String name) {
    return trials.stream()
        .map(TrialRecord::spec)
        .filter(trial -> trial.id().name().equals(name))
        .map(TrialSpec::fork)
        .toList();
  }

  /** The first offer with that case for which there is time. */
  private static FurtherForks.Choice choosing(String name) {
    return (trials, offers, secondsLeft) ->
        offers.stream()
            .filter(offer -> offer.rows().contains("suite." + name + " · luaj"))
            .filter(offer -> offer.seconds() <= secondsLeft)
            .findFirst();
  }

  private static List<String> names(Batch batch) {
    return batch.trials().stream().map(trial -> trial.id().name()).collect(Collectors.toList());
  }

  private static List<Batch> alone(String... names) {
    List<Batch> batches = new ArrayList<>();
    for (int fork = 1; fork <= 3; fork++)
      for (String name : names) batches.add(batch(Sharing.ALONE, fork, name));
    return batches;
  }

  private static List<Batch> shared(Sharing sharing, String... names) {
    List<Batch> batches = new ArrayList<>();
    for (int fork = 1; fork <= 3; fork++) batches.add(batch(sharing, fork, names));
    return batches;
  }

  private static Batch batch(Sharing sharing, int fork, String... names) {
    Duration second = Duration.ofSeconds(1);
    Effort effort = new Effort(3, false, second, second, second, second, 8, 1000, 1000, second);
    List<TrialSpec> specs = new ArrayList<>();
    for (String name : names) {
      CaseDeclaration declaration =
          new CaseDeclaration(
              Path.of("/suite.lua"), 1, name, "rate", "calls", List.of(), Map.of(), "", 0, "");
      specs.add(
          new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, fork));
    }
    return new Batch("luaj", "", "luaj", effort, sharing, specs);
  }

  private static TrialRecord completed(TrialSpec trial) {
    return new TrialRecord(
        trial, new TrialOutcome.Completed(List.of(), List.of(), List.of()), Optional.empty(), 1, 1);
  }
}
