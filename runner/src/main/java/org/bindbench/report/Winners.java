package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.Metrics;

/**
 * What the contrasts of a question come to, in few sentences: one for each winner with all it
 * beats, one for each reason why none is named. Columns that repeat the same value exactly are no
 * news, nor are those without an interval, which the table says already.
 */
final class Winners {
  /** One sentence, and whether it names a winner. */
  record Sentence(String text, boolean decided) {}

  /** As many losers as this are "all others" rather than a list. */
  private static final int ALL_OTHERS = 3;

  private record Contest(CaseId id, String metric, Column winner) {}

  private Winners() {}

  static List<Sentence> of(RunAnalysis analysis, Question question) {
    List<Sentence> sentences = new ArrayList<>();
    List<Contrast> contrasts = question.contrasts(analysis);
    groups(contrasts)
        .values()
        .forEach(group -> add(sentences, group, others(contrasts, group.get(0))));
    return List.copyOf(sentences);
  }

  /** How many columns the winner could have been held against. */
  private static long others(List<Contrast> contrasts, Contrast first) {
    return contrasts.stream()
            .filter(each -> each.id().equals(first.id()) && each.metric().equals(first.metric()))
            .flatMap(each -> Stream.of(each.winner().column(), each.loser().column()))
            .distinct()
            .count()
        - 1;
  }

  private static void add(List<Sentence> sentences, List<Contrast> contest, long others) {
    List<Contrast> decided = contest.stream().filter(Contrast::decided).toList();
    boolean all = decided.size() == others;
    if (!decided.isEmpty()) sentences.add(new Sentence(won(decided, all), true));
    Map<String, List<Contrast>> byReason =
        contest.stream()
            .filter(each -> !each.decided() && !each.isTie() && !each.lacksForks())
            .collect(
                Collectors.groupingBy(Contrast::reason, LinkedHashMap::new, Collectors.toList()));
    byReason.values().forEach(alike -> sentences.add(new Sentence(open(alike, others), false)));
  }

  /** Contrasts of one case in one metric that share their winner, in their order. */
  static Map<?, List<Contrast>> groups(List<Contrast> contrasts) {
    return contrasts.stream()
        .collect(
            Collectors.groupingBy(
                each -> new Contest(each.id(), each.metric().id(), each.winner().column()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static String won(List<Contrast> decided, boolean all) {
    Contrast first = decided.get(0);
    String winner = place(first) + side(first.winner()) + " is ";
    boolean alike = decided.stream().map(Winners::ratio).distinct().count() == 1;
    if (all && alike && decided.size() >= ALL_OTHERS)
      return winner + ratio(first) + than(first) + "all others" + in(first);
    return winner + ratios(decided) + in(first);
  }

  /** {@code 40.4× [36.9, 44.3] luaj and 14.6× [10.7, 20.0] luajc}. */
  static String ratios(List<Contrast> contrasts) {
    Map<String, List<Contrast>> alike =
        contrasts.stream()
            .collect(
                Collectors.groupingBy(Winners::ratio, LinkedHashMap::new, Collectors.toList()));
    return Sentences.list(
        alike.entrySet().stream()
            .map(each -> each.getKey() + than(each.getValue().get(0)) + losers(each.getValue()))
            .toList());
  }

  /** The ratio tells why where the interval includes 1; other reasons need their words. */
  private static String open(List<Contrast> alike, long others) {
    Contrast first = alike.get(0);
    if (first.reason().equals(Contrast.INCLUDES_1))
      return "undecided: "
          + place(first)
          + side(first.winner())
          + " is "
          + ratios(alike)
          + in(first);
    String between =
        alike.size() == others && others > 1
            ? ""
            : " between " + side(first.winner()) + " and " + losers(alike);
    String reason = first.reason().isBlank() ? "" : ": " + first.reason();
    return place(first) + "no winner" + between + in(first) + reason;
  }

  private static String losers(List<Contrast> contrasts) {
    return Sentences.list(contrasts.stream().map(each -> side(each.loser())).toList());
  }

  /** The column with its caveat: {@code luajc (coercion, forks disagree)}. */
  static String side(Contrast.Side side) {
    String name = side.column().inSentence();
    if (side.caveat().isEmpty()) return name;
    return name.endsWith(")")
        ? name.substring(0, name.length() - 1) + ", " + side.caveat() + ")"
        : name + " (" + side.caveat() + ")";
  }

  private static String ratio(Contrast contrast) {
    return Figures.ratio(contrast.ratio());
  }

  private static boolean isRate(Contrast contrast) {
    return contrast.metric().id().equals(Metrics.RATE);
  }

  private static String than(Contrast contrast) {
    return isRate(contrast) ? " " : " better than ";
  }

  private static String in(Contrast contrast) {
    return isRate(contrast) ? "" : " in " + contrast.metric().id().replace('_', ' ');
  }

  private static String place(Contrast contrast) {
    return contrast.id().params().isEmpty()
        ? ""
        : contrast.id().params().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "", ": "));
  }
}
