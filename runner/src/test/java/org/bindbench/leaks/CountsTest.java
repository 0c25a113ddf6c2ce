package org.bindbench.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of planted series. */
class CountsTest {
  @Test
  void countsLeaksAmongTheRunsThatWereDecided() {
    List<Found> found = new ArrayList<>();
    for (int run = 1; run <= 40; run++)
      found.add(found(run, "luaj", "leak[share=0.001]", run <= 38 ? "LEAK" : "NO_LEAK"));
    found.add(found(1, "luaj", "saturating_cache", "LEAK"));
    found.add(found(1, "luaj", "flat", "NO_LEAK"));
    List<Counts> counts = Counts.of(found);

    assertThat(counts).extracting(Counts::leaks).containsExactly(38, 0, 1);
    assertThat(counts).extracting(Counts::holds).containsExactly(true, true, false);
    assertThat(Counts.markdown(counts))
        .contains(
            "| luaj | leak[share=0.001] | 38 of 40 | at least 38 of 40 | 4.0 MB | 4.1 kB | 2.0 kB |")
        .contains("| luaj | saturating_cache | 1 of 1 | at most 2 of 40: missed |");
  }

  @Test
  void aRunWithoutADecisionHoldsNothing() {
    List<Counts> counts = Counts.of(List.of(found(1, "luajc", "flat", "NOT_DECIDED")));

    assertThat(counts.get(0).holds()).isFalse();
    assertThat(Counts.markdown(counts)).contains("0 of 0, 1 not decided");
  }

  @Test
  void theJitIsAskedForFiveThousandthsAlone() {
    assertThat(
            Counts.of(
                List.of(
                    found(1, "graalpy", "leak[share=0.001]", "NO_LEAK"),
                    found(1, "graalpy", "leak[share=0.005]", "NO_LEAK"))))
        .extracting(Counts::holds)
        .containsExactly(true, false);
  }

  @Test
  void whatIsKeptOfARunIsReadAgain() {
    Found found = found(3, "luaj", "flat", "NO_LEAK");

    assertThat(Found.of(found.json())).isEqualTo(found);
  }

  private static Found found(int run, String engine, String series, String verdict) {
    return new Found(run, engine, series, verdict, "", 4e6, 4_100, 3_900, 4_300, 2_000);
  }
}
