package org.bindbench.report.pauses;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.pauses.CollectorChoice;
import org.bindbench.analysis.pauses.CollectorChoice.Leader;
import org.bindbench.analysis.pauses.CollectorChoice.Rival;
import org.bindbench.report.Sentences;

/** What a choice between collectors comes to, in sentences that follow from the intervals. */
public final class ChoiceWords {
  private ChoiceWords() {}

  /** One sentence on the throughput and one on the pauses, as far as there are figures. */
  public static List<String> of(CollectorChoice choice) {
    String engine = choice.column().inSentence() + ": ";
    List<String> sentences = new ArrayList<>();
    choice
        .busiest()
        .ifPresent(
            leader ->
                sentences.add(
                    engine
                        + sentence(
                            leader,
                            "does most in the time, ",
                            " as much as ",
                            "no collector surely does more than another")));
    choice
        .shortest()
        .ifPresent(
            leader ->
                sentences.add(
                    engine
                        + sentence(
                            leader,
                            "has the shortest pauses: its P95 is shorter ",
                            " than that of ",
                            "no collector's P95 is surely shorter than another's")));
    if (choice.shortest().isEmpty())
      sentences.add(engine + "fewer than two collectors had pauses enough for a P95 to compare");
    return sentences;
  }

  private static String sentence(Leader leader, String does, String than, String undecided) {
    List<String> behind =
        leader.rivals().stream()
            .filter(Rival::isSurelyBehind)
            .map(rival -> Figures.ratio(rival.times()) + than + rival.setup())
            .toList();
    List<String> open =
        leader.rivals().stream()
            .filter(rival -> !rival.isSurelyBehind())
            .map(Rival::setup)
            .toList();
    if (behind.isEmpty())
      return undecided + " (" + leader.setup() + " is first, but the intervals leave it open)";
    return leader.setup()
        + " "
        + does
        + Sentences.list(behind)
        + (open.isEmpty() ? "" : "; it is not told from " + Sentences.list(open));
  }
}
