package org.bindbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.junit.jupiter.api.Test;

class RecommendationsTest {
  @Test
  void giveAnAdviceOnceForAllItIsFor() {
    assertThat(
            Recommendations.of(
                with(
                    remark("a · luaj", "more forks"),
                    remark("machine", "end other work"),
                    remark("b · luaj", "more forks"))))
        .containsExactly("a · luaj and b · luaj: more forks", "machine: end other work");
  }

  @Test
  void sayWhatCanBeUsedWhereNothingIsToBeDone() {
    assertThat(Recommendations.of(with(remark("machine", ""))))
        .singleElement()
        .asString()
        .contains("can be used as it is: 18.6 M objects/s");
  }

  private static Remark remark(String subject, String advice) {
    return new Remark(Severity.NOTE, subject, "something was found", advice);
  }

  private static RunAnalysis with(Remark... remarks) {
    RunAnalysis clean = SampleRuns.clean();
    return new RunAnalysis(
        clean.run(), clean.results(), List.of(), List.of(), clean.headlines(), List.of(remarks));
  }
}
