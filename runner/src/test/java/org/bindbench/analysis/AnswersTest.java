package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Measure;
import org.bindbench.model.Metrics;
import org.bindbench.model.TrialOutcome.Crashed;
import org.bindbench.model.TrialOutcome.WrongAnswer;
import org.bindbench.model.TrialRecord;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void equal_answers_everywhere_leave_the_trials_as_they_are() {
    List<TrialRecord> trials = join(said("graalpy", 500, 500), said("luaj", 500));

    assertThat(Answers.judge(trials)).isEqualTo(trials);
  }

  @Test
  void who_deviates_from_the_majority_is_wrong_and_the_reason_says_who_said_what() {
    List<TrialRecord> judged =
        Answers.judge(join(said("graalpy", 500, 500), said("luaj", 500), said("luajc", 499)));

    assertThat(judged.subList(0, 3)).noneMatch(AnswersTest::isWrong);
    assertThat(judged.get(3).outcome()).isInstanceOf(WrongAnswer.class);
    assertThat(judged.get(3).outcome().reason())
        .isEqualTo(
            "expected the answer 500, got 499: 500 from graalpy (2 forks) and luaj; 499 from luajc");
  }

  @Test
  void without_a_majority_all_are_wrong() {
    List<TrialRecord> judged = Answers.judge(join(said("graalpy", 500), said("luaj", 499)));

    assertThat(judged).allMatch(AnswersTest::isWrong);
    assertThat(judged.get(0).outcome().reason()).startsWith("no answer has a majority, got 500");
  }

  @Test
  void more_forks_are_not_more_votes() {
    List<TrialRecord> judged =
        Answers.judge(join(said("graalpy", 500, 500, 500, 500), said("luaj", 499)));

    assertThat(judged).allMatch(AnswersTest::isWrong);
  }

  @Test
  void a_fork_that_deviates_from_its_own_column_is_wrong_alone() {
    List<TrialRecord> judged = Answers.judge(said("graalpy", 500, 7, 500));

    assertThat(judged).map(AnswersTest::isWrong).containsExactly(false, true, false);
  }

  @Test
  void a_column_whose_forks_are_split_has_no_vote() {
    List<TrialRecord> judged = Answers.judge(join(said("graalpy", 500, 7), said("luaj", 500)));

    assertThat(judged).map(AnswersTest::isWrong).containsExactly(false, true, false);
  }

  @Test
  void other_cases_and_trials_without_answer_are_left_alone() {
    CaseDeclaration other = Trials.declaration("luaj", "other", "rate", "calls");
    List<TrialRecord> trials = new ArrayList<>(said("graalpy", 500));
    trials.addAll(Trials.forks(other, "luaj", BindingStyle.OWN, Metrics.ANSWER, 3));
    trials.addAll(Trials.forks(declaration("luaj"), "luaj", BindingStyle.OWN, Metrics.CALLED, 3));
    trials.add(
        Trials.trial(
            declaration("luaj"), "luaj", BindingStyle.OWN, 2, new Crashed("signal", 134, "")));

    assertThat(Answers.judge(trials)).isEqualTo(trials);
  }

  @Test
  void judging_twice_changes_nothing() {
    List<TrialRecord> once =
        Answers.judge(join(said("graalpy", 500), said("luaj", 500), said("luajc", 499)));

    assertThat(Answers.judge(once)).isEqualTo(once);
  }

  private static boolean isWrong(TrialRecord trial) {
    return trial.outcome() instanceof WrongAnswer;
  }

  private static CaseDeclaration declaration(String engine) {
    return Trials.declaration(engine, "method_call", "rate", "calls");
  }

  private static List<TrialRecord> said(String engine, double... answers) {
    List<TrialRecord> trials = new ArrayList<>();
    for (double answer : answers)
      trials.add(
          Trials.trial(
              declaration(engine),
              engine,
              BindingStyle.OWN,
              trials.size() + 1,
              Trials.completed(
                  new Measure(Metrics.rate("calls"), 1e6), new Measure(Metrics.ANSWER, answer))));
    return trials;
  }

  @SafeVarargs
  private static List<TrialRecord> join(List<TrialRecord>... parts) {
    List<TrialRecord> all = new ArrayList<>();
    for (List<TrialRecord> part : parts) all.addAll(part);
    return all;
  }
}
