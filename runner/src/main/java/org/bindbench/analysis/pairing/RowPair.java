package org.bindbench.analysis.pairing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Source;
import org.bindbench.analysis.change.Subject;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Measure;
import org.bindbench.model.Metric;
import org.bindbench.model.Metrics;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.comparison.Side;

/**
 * One case as both sides measured it.
 *
 * @param baseColumn the base's column, without a setup where that only names the side
 * @param headColumn the head's
 */
record RowPair(CaseResult base, CaseResult head, Column baseColumn, Column headColumn) {
  private static final String RATE = "rate";

  /** The metrics that are compared, the one that matters most first. */
  static List<Metric> metrics(CaseDeclaration declaration) {
    return switch (declaration.protocol()) {
      case RATE -> List.of(Metrics.rate(declaration.unit()), Metrics.ALLOCATED_BYTES);
      case "retained" -> List.of(Metrics.RETAINED_BYTES, Metrics.CLEANUP_EFFICIENCY);
      default -> List.of();
    };
  }

  /**
   * What there is to compare, one entry per metric; a single one where an obstacle meets them all.
   */
  List<Found> found(Function<Subject, Gate> gates) {
    List<Metric> metrics = metrics(base.declaration());
    if (metrics.isEmpty()) return List.of();
    Subject first = subject(metrics.get(0));
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent())
      return List.of(Found.notComparable(first, obstacle.get(), words(first.metric())));
    if (isInterrupted(base) || isInterrupted(head))
      return List.of(
          Found.inconclusive(
              first,
              new Sides(values(base, first.metric()), values(head, first.metric())),
              "the run was interrupted before both sides were measured",
              words(first.metric())));
    return metrics.stream().flatMap(metric -> found(subject(metric), gates).stream()).toList();
  }

  private Optional<Found> found(Subject subject, Function<Subject, Gate> gates) {
    Metric metric = subject.metric();
    boolean onBase = base.summary(metric.id()).isPresent();
    boolean onHead = head.summary(metric.id()).isPresent();
    if (!onBase && !onHead) return Optional.empty();
    List<String> words = words(metric);
    if (!onBase || !onHead)
      return Optional.of(
          Found.notComparable(
              subject,
              onBase ? "head: " + head.missing(metric.id()) : "base: " + base.missing(metric.id()),
              words));
    Sides all = new Sides(values(base, metric), values(head, metric));
    if (base.hasFlag(CaseResult.INLINED) || head.hasFlag(CaseResult.INLINED))
      return Optional.of(
          Found.inconclusive(
              subject, all, "inlined: an operation takes less than a call can take", words));
    Optional<String> moved =
        Stream.of(base, head)
            .map(CaseResult::machineMoved)
            .filter(how -> !how.isEmpty())
            .findFirst();
    if (moved.isPresent() && Source.of(metric) == Source.CLOCKED)
      return Optional.of(Found.inconclusive(subject, all, moved.get(), words));
    if (!metric.id().equals(Metrics.ALLOCATED_BYTES.id()))
      return Optional.of(Found.of(subject, all, words));
    return Optional.of(allocation(subject, all, gates.apply(subject), words));
  }

  /** Allocation depends on what is compiled so far, so that only forks that settled count. */
  private Found allocation(Subject subject, Sides all, Gate gate, List<String> words) {
    Sides steady = new Sides(steadyValues(base), steadyValues(head));
    for (Side side : Side.values()) {
      List<Double> values = side == Side.BASE ? steady.base() : steady.head();
      int forks = (side == Side.BASE ? all.base() : all.head()).size();
      if (values.size() < Summaries.FEWEST_FORKS)
        return Found.inconclusive(
            subject,
            all,
            "%s: %d of %d forks were steady, and allocation is compared from %d up"
                .formatted(side.id(), values.size(), forks, Summaries.FEWEST_FORKS),
            words);
      double spread = Summaries.summarise(subject.metric(), values).cv();
      if (spread >= gate.least())
        return Found.inconclusive(
            subject,
            all,
            String.format(
                Locale.ROOT,
                "%s: its own forks spread by %.1f %% (CV), the gate is %.1f %%",
                side.id(),
                100 * spread,
                100 * gate.least()),
            words);
    }
    return Found.of(subject, steady, words);
  }

  private Subject subject(Metric metric) {
    return new Subject(base.id(), baseColumn, headColumn, metric);
  }

  /** Why the case cannot be compared at all. */
  private Optional<String> obstacle() {
    CaseDeclaration ours = base.declaration();
    CaseDeclaration theirs = head.declaration();
    if (!ours.protocol().equals(theirs.protocol()))
      return Optional.of(
          "the base measures it as %s, the head as %s"
              .formatted(ours.protocol(), theirs.protocol()));
    if (ours.protocol().equals(RATE) && !ours.unit().equals(theirs.unit()))
      return Optional.of("the base counts %s, the head %s".formatted(ours.unit(), theirs.unit()));
    return Stream.of(wrong(base, Side.BASE), wrong(head, Side.HEAD), disagreement())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Two runs were each held to one answer, but not yet to the same. */
  private Optional<String> disagreement() {
    List<Double> ours = answers(base);
    List<Double> theirs = answers(head);
    if (ours.isEmpty() || theirs.isEmpty() || ours.equals(theirs)) return Optional.empty();
    return Optional.of("the base answers %s, the head %s".formatted(text(ours), text(theirs)));
  }

  private static List<Double> answers(CaseResult row) {
    return row.trials().stream()
        .map(TrialRecord::outcome)
        .filter(TrialOutcome.Completed.class::isInstance)
        .flatMap(outcome -> ((TrialOutcome.Completed) outcome).measures().stream())
        .filter(each -> each.metric().id().equals(Metrics.ANSWER.id()))
        .map(Measure::value)
        .distinct()
        .sorted()
        .toList();
  }

  private static String text(List<Double> answers) {
    return answers.stream()
        .map(answer -> BigDecimal.valueOf(answer).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" and "));
  }

  /** A fork that is no figure and says so of the others, or no figure at all. */
  private static Optional<String> wrong(CaseResult row, Side side) {
    for (TrialRecord trial : row.trials()) {
      TrialOutcome outcome = trial.outcome();
      if (outcome instanceof TrialOutcome.Eliminated || outcome instanceof TrialOutcome.WrongAnswer)
        return Optional.of(side.id() + ": " + word(outcome.status()) + ": " + outcome.reason());
    }
    if (row.isCompleted() || isInterrupted(row)) return Optional.empty();
    return Optional.of(
        side.id()
            + ": "
            + word(row.status())
            + (row.reason().isEmpty() ? "" : ": " + row.reason()));
  }

  private static String word(String status) {
    return status.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether nothing of it was measured because the run ended first. */
  private static boolean isInterrupted(CaseResult row) {
    return !row.trials().isEmpty()
        && row.trials().stream().allMatch(trial -> isSkipped(trial.outcome()));
  }

  /** Whether a fork was planned and is missing. */
  boolean isIncomplete() {
    return Stream.of(base, head)
        .flatMap(row -> row.trials().stream())
        .anyMatch(trial -> isSkipped(trial.outcome()));
  }

  private static boolean isSkipped(TrialOutcome outcome) {
    return outcome instanceof TrialOutcome.Skipped;
  }

  private static List<Double> values(CaseResult row, Metric metric) {
    return row.summary(metric.id()).map(Summary::forkValues).orElse(List.of());
  }

  private static List<Double> steadyValues(CaseResult row) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < row.trials().size(); i++)
      if (row.forkSteadiness().get(i).isSteady()
          && row.trials().get(i).outcome() instanceof TrialOutcome.Completed completed)
        completed.measures().stream()
            .filter(each -> each.metric().id().equals(Metrics.ALLOCATED_BYTES.id()))
            .forEach(each -> values.add(each.value()));
    return values;
  }

  /** The words of both rows; one that only a side has is said to be of that side. */
  List<String> words(Metric metric) {
    List<String> words = new ArrayList<>();
    Map<Side, List<String>> flags = Map.of(Side.BASE, base.flags(), Side.HEAD, head.flags());
    Set<String> common = new LinkedHashSet<>(base.flags());
    common.retainAll(head.flags());
    words.addAll(common);
    for (Side side : Side.values())
      flags.getOrDefault(side, List.of()).stream()
          .filter(flag -> !common.contains(flag))
          .forEach(flag -> words.add(side.id() + " " + flag));
    return words;
  }
}
