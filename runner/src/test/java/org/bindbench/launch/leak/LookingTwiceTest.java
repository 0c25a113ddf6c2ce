package org.bindbench.launch.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

/** What follows where something looks like a leak. */
class LookingTwiceTest {
  private final Batch planned = batch("control", "grows", "still");

  @Test
  void theSuspectsRunAgainInAFreshWorkerOverEnoughCycles() {
    List<Batch> further =
        further(new LookingTwice(all(), List.of(planned), named("control", "grows")));

    assertThat(further)
        .singleElement()
        .satisfies(
            batch -> {
              assertThat(batch.trials())
                  .extracting(trial -> trial.id().name())
                  .containsExactly("control", "grows");
              assertThat(batch.trials()).extracting(TrialSpec::fork).containsOnly(2);
              assertThat(batch.effort().sizes().leak().cycles()).isEqualTo(60);
              assertThat(batch.runsOn()).isEqualTo(planned.runsOn());
            });
  }

  @Test
  void nothingFollowsWhereNothingIsSuspected() {
    assertThat(further(new LookingTwice(all(), List.of(planned), trials -> List.of()))).isEmpty();
  }

  @Test
  void whatTheTimeDoesNotReachForIsLeftOut() {
    Course short3 = left(Duration.ofSeconds(3));

    assertThat(further(new LookingTwice(short3, List.of(planned), named("grows")))).isEmpty();
  }

  @Test
  void theOtherCourseGoesOnAfterwards() {
    Batch more = batch("more");
    Course other =
        new Course() {
          private boolean asked;

          @Override
          public boolean allows(Batch batch) {
            return true;
          }

          @Override
          public List<Batch> further(List<TrialRecord> trials) {
            boolean first = !asked;
            asked = true;
            return first ? List.of(more) : List.of();
          }
        };
    List<Batch> further = further(new LookingTwice(other, List.of(planned), named("grows")));

    assertThat(further).hasSize(2).last().isEqualTo(more);
  }

  @Test
  void whatWasOnlyRunLaterIsLookedAtTooAndNothingASecondTime() {
    List<TrialRecord> trials = new ArrayList<>();
    LookingTwice course = new LookingTwice(all(), List.of(planned), named("grows", "still"));

    trials.add(record(planned.trials().get(1)));
    assertThat(names(course.further(trials))).containsExactly("grows");
    assertThat(course.further(trials)).isEmpty();
    trials.add(record(planned.trials().get(2)));
    assertThat(names(course.further(trials))).containsExactly("still");
    assertThat(course.further(trials)).isEmpty();
  }

  private static List<String> names(List<Batch> batches) {
    return batches.stream()
        .flatMap(batch -> batch.trials().stream())
        .map(trial -> trial.id().name())
        .toList();
  }

  private static TrialRecord record(TrialSpec spec) {
    return new TrialRecord(spec, new TrialOutcome.Incomplete(""), Optional.empty(), 0, 0);
  }

  private List<Batch> further(Course course) {
    List<TrialRecord> trials = planned.trials().stream().map(LookingTwiceTest::record).toList();
    List<Batch> further = new ArrayList<>();
    for (List<Batch> next = course.further(trials); !next.isEmpty(); next = course.further(trials))
      further.addAll(next);
    return further;
  }

  private static UnaryOperator<List<TrialRecord>> named(String... names) {
    return trials ->
        trials.stream().filter(trial -> List.of(names).contains(trial.spec().id().name())).toList();
  }

  private static Course all() {
    return batch -> true;
  }

  private static Course left(Duration time) {
    return new Course() {
      @Override
      public boolean allows(Batch batch) {
        return true;
      }

      @Override
      public Duration left() {
        return time;
      }
    };
  }

  private static Batch batch(String... names) {
    Duration second = Duration.ofSeconds(1);
    Effort effort = new Effort(3, true, second, second, second, second, 8, 10, 10, second);
    return new Batch(
        "luaj",
        "",
        "luaj",
        effort,
        Batch.Sharing.SEQUENCE,
        Stream.of(names).map(LookingTwiceTest::spec).toList());
  }

  private static TrialSpec spec(String name) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("/suite.lua"), 1, name, "leak", "calls", List.of(), Map.of(), "", 0, "");
    return new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, 1);
  }
}
