package org.bindbench.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;

/** How many forks of a row gave no figures, told apart by whether they were run at all. */
public final class Shortfall {
  private Shortfall() {}

  /**
   * {@code 2 of 5 forks failed}, {@code 3 of 5 forks not run}, or {@code 1 of 5 forks failed, 2 not
   * run}; empty where every fork gave figures.
   */
  public static String of(List<TrialRecord> forks) {
    long skipped = count(forks, TrialOutcome.Skipped.class);
    long failed = forks.size() - skipped - count(forks, TrialOutcome.Completed.class);
    List<String> parts =
        Stream.of(part(failed, "failed"), part(skipped, "not run"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toList());
    if (parts.isEmpty()) return "";
    parts.set(0, parts.get(0).replaceFirst(" ", " of " + forks.size() + " forks "));
    return String.join(", ", parts);
  }

  /** Whether a word beside a row is one of these. */
  public static boolean isIn(String word) {
    return word.contains(" forks failed") || word.contains(" forks not run");
  }

  private static String part(long count, String what) {
    return count == 0 ? "" : count + " " + what;
  }

  private static long count(List<TrialRecord> forks, Class<? extends TrialOutcome> kind) {
    return forks.stream().filter(fork -> kind.isInstance(fork.outcome())).count();
  }
}
