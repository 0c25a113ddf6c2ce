package org.bindbench.analysis.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.model.LeftOut;
import org.bindbench.model.Plan;
import org.bindbench.model.Remark;
import org.bindbench.model.RunRecord;
import org.junit.jupiter.api.Test;

class OutOfTimeTest {
  @Test
  void fewRowsAreNamed() {
    assertThat(remarks(List.of(new LeftOut("s.a · luaj", 0, 5), new LeftOut("s.b · luaj", 3, 5))))
        .extracting(Remark::message)
        .containsExactly(
            "1 row was not measured at all: s.a · luaj",
            "1 row was measured in fewer forks: s.b · luaj (3 of 5)");
  }

  @Test
  void manyRowsAreToldByWhatTheyHaveInCommon() {
    List<LeftOut> leftOut = new ArrayList<>();
    for (String engine : List.of("graalpy", "luaj", "luajc")) {
      for (String name : List.of("s.a", "s.b", "s.c"))
        leftOut.add(new LeftOut(name + " · " + engine, 0, 5));
      for (String name : List.of("s.d", "s.e", "s.f"))
        leftOut.add(new LeftOut(name + " · " + engine, name.equals("s.f") ? 4 : 3, 5));
    }
    List<Remark> remarks = remarks(leftOut);
    assertThat(remarks)
        .extracting(Remark::message)
        .containsExactly(
            "9 rows were not measured at all: s.a (3 rows); s.b (3 rows); s.c (3 rows)",
            "9 rows were measured in fewer forks: 3 of 5 (6 rows); 4 of 5 (3 rows)");
    assertThat(remarks.get(0).rows()).hasSize(9);
  }

  @Test
  void aRunThatHadTimeForEverythingSaysNothing() {
    assertThat(remarks(List.of())).isEmpty();
  }

  private static List<Remark> remarks(List<LeftOut> leftOut) {
    RunRecord run = Trials.run();
    Plan plan = run.plan().spent(leftOut, List.of());
    return new OutOfTime()
        .remarks(
            new RunAnalysis(
                new RunRecord(
                    run.id(), run.startedAt(), run.elapsed(), run.environment(), plan, List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
  }
}
