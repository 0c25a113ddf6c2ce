package org.bindbench.analysis.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindbench.analysis.Trials.declaration;
import static org.bindbench.analysis.Trials.forks;
import static org.bindbench.analysis.Trials.run;
import static org.bindbench.analysis.Trials.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.FurtherFork;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;
import org.junit.jupiter.api.Test;

class NextRowTest {
  private final List<TrialRecord> wide = rates("closure", 5e6, 6e6, 7e6);
  private final List<TrialRecord> wider = rates("sort", 5e6, 7e6, 10e6);

  @Test
  void goesByTheValuesOfTheForks() {
    assertThat(next(wide, wider)).containsExactly(title(wider));
  }

  @Test
  void goesToAHeadlineFirst() {
    List<TrialRecord> headline =
        forks(
            declaration("luaj", "bound_method_call", "rate", "calls"),
            "luaj",
            BindingStyle.HAND,
            Metrics.rate("calls"),
            50e6,
            55e6,
            60e6);
    assertThat(next(wide, wider, headline)).containsExactly(title(headline));
  }

  @Test
  void retainedBytesTakePartAndTimesOfACollectionDoNot() {
    CaseDeclaration memory = declaration("luaj", "tables", "retained", "objects");
    CaseDeclaration weak = declaration("luaj", "weak", "weakref", "objects");
    List<TrialRecord> bytes =
        forks(memory, "luaj", BindingStyle.OWN, Metrics.RETAINED_BYTES, 40, 72, 90);
    List<TrialRecord> times =
        forks(weak, "luaj", BindingStyle.OWN, Metrics.CLEAR_TIME, 10, 90, 300);
    assertThat(next(bytes, times)).containsExactly(title(bytes));
    assertThat(next(times)).isEmpty();
  }

  @Test
  void aRowWithAForkThatFailedGetsNoMore() {
    List<TrialRecord> failing = new ArrayList<>(wider);
    failing.add(
        trial(
            wider.get(0).spec().declaration(),
            "luaj",
            BindingStyle.OWN,
            4,
            new TrialOutcome.Crashed("ended", 134, "")));
    assertThat(next(wide, failing)).containsExactly(title(wide));
  }

  @Test
  void inlinedRowsAndControlsGetNoMore() {
    List<TrialRecord> inlined = rates("folded", 2e9, 3e9, 5e9);
    List<TrialRecord> control =
        forks(
            declaration("luaj", "empty_loop", "rate", "turns", "control"),
            "luaj",
            BindingStyle.OWN,
            Metrics.rate("turns"),
            1e6,
            2e6,
            4e6);
    assertThat(next(inlined, control, wide)).containsExactly(title(wide));
  }

  @Test
  void seesForksThatWereAddedSinceItWasLastAsked() {
    NextRow next = new NextRow(run(wide, wider).plan());
    List<FurtherFork> offers = List.of(offer(wide), offer(wider));
    List<TrialRecord> trials = all(wide, wider);
    assertThat(next.of(trials, offers, 60)).contains(offer(wider));
    for (int fork = 4; fork <= 20; fork++)
      trials.add(
          new TrialRecord(
              wider.get(0).spec().inFork(fork),
              wider.get(1).outcome(),
              wider.get(1).worker(),
              1,
              1));
    assertThat(next.of(trials, offers, 60)).contains(offer(wide));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // a JDK 17 warns of safe ones too
  private static List<String> next(List<TrialRecord>... rows) {
    List<TrialRecord> trials = all(rows);
    return new NextRow(run(trials).plan())
        .of(trials, Arrays.stream(rows).map(NextRowTest::offer).toList(), 60).stream()
            .flatMap(fork -> fork.rows().stream())
            .toList();
  }

  @SafeVarargs
  private static List<TrialRecord> all(List<TrialRecord>... rows) {
    List<TrialRecord> trials = new ArrayList<>();
    for (List<TrialRecord> row : rows) trials.addAll(row);
    return trials;
  }

  private static List<TrialRecord> rates(String name, double... values) {
    return forks(
        declaration("luaj", name, "rate", "calls"),
        "luaj",
        BindingStyle.OWN,
        Metrics.rate("calls"),
        values);
  }

  private static FurtherFork offer(List<TrialRecord> row) {
    return new FurtherFork(List.of(title(row)), 10);
  }

  private static String title(List<TrialRecord> row) {
    return row.get(0).spec().title();
  }
}
