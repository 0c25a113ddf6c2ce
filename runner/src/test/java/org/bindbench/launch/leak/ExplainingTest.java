package org.bindbench.launch.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.launch.Batch;
import org.bindbench.launch.Course;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Effort;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

class ExplainingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Effort EFFORT =
      new Effort(2, false, SECOND, SECOND, SECOND, SECOND, 8, 1, 1, SECOND);

  private final TrialSpec one = spec("one");
  private final TrialSpec other = spec("other");
  private final Batch planned =
      new Batch(
          "graalpy",
          "",
          "graalpy-interpreter",
          EFFORT,
          Batch.Sharing.SEQUENCE,
          List.of(one, other, one.inFork(2), other.inFork(2)));

  /** A course that has one more batch, and remembers what it is told. */
  private static final class Remembering implements Course {
    private final List<Batch> took = new ArrayList<>();
    private List<Batch> next;
    private Duration left = Duration.ofHours(1);

    Remembering(Batch next) {
      this.next = List.of(next);
    }

    @Override
    public boolean allows(Batch batch) {
      return true;
    }

    @Override
    public Duration left() {
      return left;
    }

    @Override
    public void took(Batch batch, Duration time) {
      took.add(batch);
    }

    @Override
    public List<Batch> further(List<TrialRecord> trials) {
      List<Batch> given = next;
      next = List.of();
      return given;
    }
  }

  private final Remembering course = new Remembering(planned);

  @Test
  void eachRowIsExplainedOnceInAWorkerLikeItsOwnBeforeAnythingElseFollows() {
    Explaining explaining = new Explaining(course, trials -> List.of(one, other), List.of(planned));
    assertThat(explaining.further(List.of()))
        .containsExactly(
            planned.with(List.of(one.explaining())), planned.with(List.of(other.explaining())));
    assertThat(explaining.further(List.of())).containsExactly(planned);
    assertThat(explaining.further(List.of())).isEmpty();
  }

  @Test
  void whereNothingIsLostOnlyTheCourseGoesOn() {
    Explaining explaining = new Explaining(course, trials -> List.of(), List.of(planned));
    assertThat(explaining.further(List.of())).containsExactly(planned);
  }

  @Test
  void whereThereIsNoTimeLeftNothingIsExplained() {
    course.left = Duration.ofMillis(10);
    Explaining explaining = new Explaining(course, trials -> List.of(one), List.of(planned));
    assertThat(explaining.further(List.of())).containsExactly(planned);
  }

  @Test
  void whatAnExplanationTookIsNoSpeedOfItsRow() {
    Explaining explaining = new Explaining(course, trials -> List.of(one), List.of(planned));
    Batch explanation = explaining.further(List.of()).get(0);
    explaining.took(explanation, SECOND);
    explaining.took(planned, SECOND);
    assertThat(course.took).containsExactly(planned);
  }

  @Test
  void anExplainingTrialIsTheSameRowByAnotherProtocol() {
    TrialSpec explaining = one.explaining();
    assertThat(TrialSpec.explains(explaining)).isTrue();
    assertThat(TrialSpec.explains(one)).isFalse();
    assertThat(explaining.title()).isEqualTo(one.title());
    assertThat(explaining.declaration().timing().isTimed()).isFalse();
  }

  private static TrialSpec spec(String name) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("suite.py"), 1, name, "lifecycle", "", List.of(), Map.of(), "", 0, "");
    return new TrialSpec(declaration, declaration.ids().get(0), "graalpy", BindingStyle.OWN, 1);
  }
}
