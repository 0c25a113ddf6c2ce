package org.bindbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.model.CaseId;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialOutcome.WrongAnswer;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Metrics;

/**
 * Holds the answers of one case against each other: they are equal in every language, engine,
 * binding style and fork, or the case is wrong somewhere.
 *
 * <p>Each engine in each style has one vote, whatever its number of forks, and gives it to the
 * answer of more than half of its forks. What more than half of the votes name is expected; where
 * nothing is, everyone is wrong until somebody has looked.
 */
public final class Answers {
  private Answers() {}

  /**
   * The same trials in the same order; completed ones whose answer is not the expected one are
   * {@link WrongAnswer}. Trials without an answer stay as they are, and judging twice changes
   * nothing.
   */
  public static List<TrialRecord> judge(List<TrialRecord> trials) {
    Map<CaseId, List<TrialRecord>> answered =
        trials.stream()
            .filter(trial -> answer(trial).isPresent())
            .collect(Collectors.groupingBy(trial -> trial.spec().id()));
    return trials.stream()
        .map(trial -> judge(trial, answered.getOrDefault(trial.spec().id(), List.of())))
        .toList();
  }

  private static TrialRecord judge(TrialRecord trial, List<TrialRecord> answered) {
    OptionalDouble got = answer(trial);
    if (got.isEmpty()) return trial;
    if (answered.stream().mapToDouble(Answers::given).distinct().count() == 1) return trial;
    Optional<Double> expected = expected(answered);
    if (expected.isPresent() && expected.get() == got.getAsDouble()) return trial;
    String reason =
        expected
                .map(value -> "expected the answer " + text(value))
                .orElse("no answer has a majority")
            + ", got "
            + text(got.getAsDouble())
            + ": "
            + whoSaidWhat(answered);
    return trial.withOutcome(new WrongAnswer(reason));
  }

  private static Optional<Double> expected(List<TrialRecord> answered) {
    List<Double> votes =
        groups(answered, Answers::column).values().stream()
            .map(forks -> majority(forks.stream().map(Answers::given).toList()))
            .flatMap(Optional::stream)
            .toList();
    return majority(votes);
  }

  private static Optional<Double> majority(List<Double> answers) {
    return groups(answers, Function.identity()).entrySet().stream()
        .filter(entry -> 2 * entry.getValue().size() > answers.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String whoSaidWhat(List<TrialRecord> answered) {
    List<String> parts = new ArrayList<>();
    groups(answered, Answers::given)
        .forEach(
            (value, trials) -> {
              List<String> columns = new ArrayList<>();
              groups(trials, Answers::column)
                  .forEach((column, forks) -> columns.add(column + forks(forks.size())));
              parts.add(text(value) + " from " + String.join(" and ", columns));
            });
    return String.join("; ", parts);
  }

  private static String forks(int count) {
    return count == 1 ? "" : " (" + count + " forks)";
  }

  private static <K, V> Map<K, List<V>> groups(List<V> values, Function<V, K> key) {
    return values.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  private static OptionalDouble answer(TrialRecord trial) {
    if (!(trial.outcome() instanceof Completed completed)) return OptionalDouble.empty();
    return completed.measures().stream()
        .filter(measure -> measure.metric().id().equals(Metrics.ANSWER.id()))
        .mapToDouble(measure -> measure.value())
        .findFirst();
  }

  private static double given(TrialRecord trial) {
    return answer(trial).orElseThrow();
  }

  private static String text(double answer) {
    return answer == Math.rint(answer) && Math.abs(answer) < 0x1p53
        ? Long.toString((long) answer)
        : Double.toString(answer);
  }

  private static Column column(TrialRecord trial) {
    return Column.of(trial.spec());
  }
}
