package org.bindbench.launch.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Batch.Sharing;
import org.bindbench.launch.Planner;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.ForksAdded;
import org.bindbench.model.LeftOut;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.UsageException;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
  private static final int FORKS = 5;

  private final List<Batch> plan = plan("headline", "second", "third");
  private final Duration whole = Planner.estimate(plan);

  @Test
  void plansTheForksOfTheHeadlinesAndThreeOfTheOthersHoweverMuchTimeThereIs() {
    assertThat(forks(TimeBudget.fit(plan, whole.multipliedBy(2), TimeBudgetTest::rank)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("headline", 5L, "second", 3L, "third", 3L));
  }

  @Test
  void measuresEveryRowOnceBeforeAnyButTheHeadlinesIsRepeated() {
    assertThat(forks(TimeBudget.fit(plan, share(5 / 15.0), TimeBudgetTest::rank)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("headline", 3L, "second", 1L, "third", 1L));
    assertThat(forks(TimeBudget.fit(plan, share(7 / 15.0), TimeBudgetTest::rank)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("headline", 5L, "second", 1L, "third", 1L));
    assertThat(forks(TimeBudget.fit(plan, share(9 / 15.0), TimeBudgetTest::rank)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("headline", 5L, "second", 3L, "third", 1L));
  }

  @Test
  void givesUpTheLeastImportantRows() {
    assertThat(forks(TimeBudget.fit(plan, share(4 / 15.0), TimeBudgetTest::rank)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("headline", 3L, "second", 1L));
  }

  @Test
  void theShortestCasesComeFirst() {
    List<Batch> cases = List.of(leak("a_cache"), bytes("b_bytes"), bytes("c_bytes"));
    Duration two = cases.get(1).estimate().plus(cases.get(2).estimate());

    assertThat(two).isLessThan(cases.get(0).estimate());
    assertThat(forks(TimeBudget.fit(cases, two.multipliedBy(10).dividedBy(9), any -> 1)))
        .containsOnlyKeys("b_bytes", "c_bytes");
  }

  @Test
  void aSuiteOfLongCasesHasAsMuchTimeAsOneOfManyShortOnes() {
    Batch leak = untimed("contexts", "leak", "churn");
    List<Batch> cases = new ArrayList<>();
    Duration shorts = Duration.ZERO;
    while (shorts.compareTo(leak.estimate().multipliedBy(3)) < 0) {
      cases.add(bytes("bytes" + cases.size()));
      shorts = shorts.plus(cases.get(0).estimate());
    }
    cases.add(leak);

    assertThat(forks(TimeBudget.fit(cases, shorts.multipliedBy(10).dividedBy(9), any -> 1)))
        .containsKeys("churn", "bytes0")
        .hasSizeLessThan(cases.size());
  }

  @Test
  void rowsWithoutRoomForTheirFewestForksComeWithThoseThatAreMissing() {
    List<Batch> planned = TimeBudget.fit(plan, share(4 / 15.0), TimeBudgetTest::rank);

    assertThat(TimeBudget.withoutRoom(plan, planned, TimeBudgetTest::rank))
        .extracting(TimeBudgetTest::forks)
        .containsExactly(Map.of("third", 3L), Map.of("second", 2L));
  }

  /** A fork with fewer cases in turns would warm up less, and be none like the others. */
  @Test
  void casesThatTakeTurnsHaveAsManyForksAsEachOther() {
    List<Batch> turns = new ArrayList<>();
    for (int fork = 1; fork <= FORKS; fork++) {
      int each = fork;
      turns.add(
          new Batch(
              "luaj",
              "",
              "luaj",
              plan.get(0).effort(),
              Sharing.ROTATION,
              plan.stream()
                  .flatMap(batch -> batch.trials().stream())
                  .filter(trial -> trial.fork() == each)
                  .toList()));
    }
    Duration time = Planner.estimate(turns).multipliedBy(2);
    assertThat(forks(TimeBudget.fit(turns, time, TimeBudgetTest::rank)))
        .containsExactlyInAnyOrderEntriesOf(Map.of("headline", 3L, "second", 3L, "third", 3L));
  }

  @Test
  void aRowOfLeaksComesWithWhatItIsJudgedBy() {
    List<Batch> leaks =
        List.of(
            leak("a_cache"),
            leak("b_cache"),
            leak("does_nothing", "control"),
            leak("planted_leak", "planted"));
    Duration three = leaks.get(0).estimate().multipliedBy(3).plusSeconds(1);

    assertThat(forks(TimeBudget.fit(leaks, Duration.ofMillis(three.toMillis() * 10 / 9), any -> 1)))
        .containsOnlyKeys("a_cache", "does_nothing", "planted_leak");
  }

  @Test
  void aRowOfContextsComesWithItsControl() {
    List<Batch> contexts =
        List.of(
            untimed("contexts", "churn", "a_context"),
            untimed("contexts", "churn", "b_context"),
            untimed("contexts", "churn", "no_context", "control"));
    Duration two = contexts.get(0).estimate().multipliedBy(2).plusSeconds(1);

    assertThat(
            forks(TimeBudget.fit(contexts, Duration.ofMillis(two.toMillis() * 10 / 9), any -> 1)))
        .containsOnlyKeys("a_context", "no_context");
  }

  private static Batch leak(String name, String... tags) {
    return untimed("suite", "leak", name, tags);
  }

  private static Batch bytes(String name) {
    return untimed("suite", "retained", name);
  }

  private static Batch untimed(String suite, String protocol, String name, String... tags) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("/" + suite + ".lua"),
            1,
            name,
            protocol,
            "calls",
            List.of(tags),
            Map.of(),
            "",
            0,
            "");
    Duration second = Duration.ofSeconds(1);
    Effort effort = new Effort(FORKS, false, second, second, second, second, 8, 1000, 1000, second);
    TrialSpec trial =
        new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1);
    return new Batch("luaj", "", "luaj", effort, Sharing.SEQUENCE, List.of(trial));
  }

  @Test
  void leavesOpenWhatThePlanDoesNotTakeLessAReserve() {
    List<Batch> fitted = TimeBudget.fit(plan, whole.multipliedBy(2), TimeBudgetTest::rank);

    assertThat(TimeBudget.open(fitted, whole.multipliedBy(2)))
        .isEqualTo(
            Duration.ofMillis(Math.round(1.8 * whole.toMillis())).minus(Planner.estimate(fitted)));
    assertThat(TimeBudget.open(plan, share(0.5))).isZero();
  }

  @Test
  void listsRowsThatGotMoreForksThanPlanned() {
    List<Batch> planned = TimeBudget.fit(plan, whole.multipliedBy(2), TimeBudgetTest::rank);
    List<TrialRecord> run = new ArrayList<>();
    planned.forEach(batch -> run.add(record(batch.trials().get(0))));
    TrialSpec second = plan.get(1).trials().get(0);
    run.add(record(second.inFork(4)));
    run.add(record(second.inFork(5)));
    run.add(record(second.inFork(6)));

    assertThat(TimeBudget.added(planned, run))
        .containsExactly(new ForksAdded("suite.second · luaj", 3, 6));
    assertThat(TimeBudget.leftOut(plan, run))
        .as("forks four and five are there after all")
        .containsExactly(new LeftOut("suite.third · luaj", 3, FORKS));
  }

  @Test
  void planStaysBelowTheBudgetWhateverItIs() {
    for (int percent = 25; percent <= 100; percent += 5) {
      Duration budget = share(percent / 100.0);
      assertThat(Planner.estimate(TimeBudget.fit(plan, budget, TimeBudgetTest::rank)))
          .isLessThan(budget);
    }
  }

  @Test
  void refusesWhatCannotHoldThreeForksOfTheHeadlines() {
    assertThatThrownBy(() -> TimeBudget.fit(plan, share(0.1), TimeBudgetTest::rank))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is too short: three forks of the headline cases alone take about");
  }

  @Test
  void listsRowsThatWereRunInFewerForksThanWanted() {
    List<TrialRecord> run =
        plan.stream()
            .flatMap(batch -> batch.trials().stream())
            .filter(trial -> trial.id().name().equals("headline") || trial.fork() == 1)
            .filter(trial -> !trial.id().name().equals("third"))
            .map(TimeBudgetTest::record)
            .toList();

    assertThat(TimeBudget.leftOut(plan, run))
        .containsExactly(
            new LeftOut("suite.second · luaj", 1, FORKS),
            new LeftOut("suite.third · luaj", 0, FORKS));
  }

  @Test
  void aRunThatFallsBehindKeepsTheTimeOfItsHeadlines() {
    long[] now = {0};
    Pace pace = new Pace(plan, share(1), TimeBudgetTest::rank, () -> now[0]);
    Batch headline = plan.get(0);
    Batch second = plan.get(1);

    assertThat(pace.allows(headline)).isTrue();
    now[0] = 5 * headline.estimate().toNanos(); // five times as slow as planned
    assertThat(pace.allows(second)).isFalse();
    assertThat(pace.allows(headline)).isTrue();
  }

  @Test
  void aRunThatKeepsPaceStartsEverything() {
    long[] now = {0};
    Pace pace = new Pace(plan, share(1), TimeBudgetTest::rank, () -> now[0]);

    for (Batch batch : plan) {
      assertThat(pace.allows(batch)).isTrue();
      now[0] += batch.estimate().toNanos();
    }
  }

  private Duration share(double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * share / 0.9) + 1);
  }

  private static int rank(TrialSpec trial) {
    return List.of("headline", "second", "third").indexOf(trial.id().name());
  }

  private static Map<String, Long> forks(List<Batch> batches) {
    return batches.stream()
        .flatMap(batch -> batch.trials().stream())
        .collect(Collectors.groupingBy(trial -> trial.id().name(), Collectors.counting()));
  }

  private static List<Batch> plan(String... names) {
    Duration second = Duration.ofSeconds(1);
    Effort effort = new Effort(FORKS, false, second, second, second, second, 8, 1000, 1000, second);
    List<Batch> batches = new ArrayList<>();
    for (int fork = 1; fork <= FORKS; fork++)
      for (String name : names) {
        CaseDeclaration declaration =
            new CaseDeclaration(
                Path.of("/suite.lua"), 1, name, "rate", "calls", List.of(), Map.of(), "", 0, "");
        TrialSpec trial =
            new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, fork);
        batches.add(new Batch("luaj", "", "luaj", effort, Sharing.ALONE, List.of(trial)));
      }
    return batches;
  }

  private static TrialRecord record(TrialSpec trial) {
    return new TrialRecord(
        trial, new TrialOutcome.Completed(List.of(), List.of(), List.of()), Optional.empty(), 1, 1);
  }
}
