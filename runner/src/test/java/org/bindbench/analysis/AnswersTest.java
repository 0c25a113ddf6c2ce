package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome.Crashed;
import org.bindbench.model.TrialOutcome.WrongAnswer;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class AnswersTest {
  @Test
  void equalAnswersEverywhereLeaveTheTrialsAsTheyAre() {
    List<TrialRecord> trials = join(said("graalpy", 500, 500), said("luaj", 500));

    assertThat(Answers.judge(trials)).isEqualTo(trials);
  }

  @Test
  void whoDeviatesFromTheMajorityIsWrongAndTheReasonSaysWhoSaidWhat() {
    List<TrialRecord> judged =
        Answers.judge(join(said("graalpy", 500, 500), said("luaj", 500), said("luajc", 499)));

    assertThat(judged.subList(0, 3)).noneMatch(AnswersTest::isWrong);
    assertThat(judged.get(3).outcome()).isInstanceOf(WrongAnswer.class);
    assertThat(judged.get(3).outcome().reason())
        .isEqualTo(
            "expected the answer 500, got 499: 500 from graalpy (2 forks) and luaj; 499 from luajc");
  }

  @Test
  void withoutAMajorityAllAreWrong() {
    List<TrialRecord> judged = Answers.judge(join(said("graalpy", 500), said("luaj", 499)));

    assertThat(judged).allMatch(AnswersTest::isWrong);
    assertThat(judged.get(0).outcome().reason()).startsWith("no answer has a majority, got 500");
  }

  @Test
  void moreForksAreNotMoreVotes() {
    List<TrialRecord> judged =
        Answers.judge(join(said("graalpy", 500, 500, 500, 500), said("luaj", 499)));

    assertThat(judged).allMatch(AnswersTest::isWrong);
  }

  @Test
  void aForkThatDeviatesFromItsOwnColumnIsWrongAlone() {
    List<TrialRecord> judged = Answers.judge(said("graalpy", 500, 7, 500));

    assertThat(judged).map(AnswersTest::isWrong).containsExactly(false, true, false);
  }

  @Test
  void aColumnWhoseForksAreSplitHasNoVote() {
    List<TrialRecord> judged = Answers.judge(join(said("graalpy", 500, 7), said("luaj", 500)));

    assertThat(judged).map(AnswersTest::isWrong).containsExactly(false, true, false);
  }

  @Test
  void otherCasesAndTrialsWithoutAnswerAreLeftAlone() {
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
  void judgingTwiceChangesNothing() {
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
