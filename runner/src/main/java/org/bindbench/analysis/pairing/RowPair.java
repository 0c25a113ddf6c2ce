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
import org.bindbench.analysis.gate.Standing;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.baseline.KeptMetric;
import org.bindbench.model.baseline.KeptRow;
import org.bindbench.model.comparison.Side;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/**
 * One case as both sides measured it.
 *
 * @param baseColumn the base's column, without a setup where that only names the side
 * @param headColumn the head's
 */
record RowPair(KeptRow base, KeptRow head, Column baseColumn, Column headColumn) {
  private static final String RATE = "rate";

  /** In percent: there is no ratio to nothing freed, or to less by chance. */
  private static final double LEAST_FREED = 0.1;

  /** The metrics that are compared, the one that matters most first. */
  static List<Metric> metrics(CaseDeclaration declaration) {
    return metrics(declaration.protocol(), declaration.unit());
  }

  private static List<Metric> metrics(String protocol, String unit) {
    return switch (protocol) {
      case RATE -> List.of(Metrics.rate(unit), Metrics.ALLOCATED_BYTES);
      case "retained" -> List.of(Metrics.RETAINED_BYTES, Metrics.CLEANUP_EFFICIENCY);
      default -> List.of();
    };
  }

  /** The first metric of a row, empty where it cannot be compared. */
  static Optional<Metric> first(KeptRow row) {
    return metrics(row.protocol(), row.unit()).stream().findFirst();
  }

  /**
   * What there is to compare, one entry per metric; a single one where an obstacle meets them all.
   */
  List<Found> found(Function<Subject, Gate> gates) {
    List<Metric> metrics = metrics(base.protocol(), base.unit());
    if (metrics.isEmpty()) return List.of();
    Subject first = subject(metrics.get(0));
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent())
      return List.of(Found.notComparable(first, obstacle.get(), words()).standing(standing()));
    if (base.interrupted() || head.interrupted())
      return List.of(
          Found.inconclusive(
              first,
              new Sides(values(base, first.metric()), values(head, first.metric())),
              "the run was interrupted before both sides were measured",
              words()));
    return metrics.stream().flatMap(metric -> found(subject(metric), gates).stream()).toList();
  }

  private Optional<Found> found(Subject subject, Function<Subject, Gate> gates) {
    Metric metric = subject.metric();
    boolean onBase = base.metric(metric).isPresent();
    boolean onHead = head.metric(metric).isPresent();
    if (!onBase && !onHead) return Optional.empty();
    if (!onBase || !onHead)
      return Optional.of(
          Found.notComparable(
                  subject,
                  onBase ? "head: " + head.missing(metric) : "base: " + base.missing(metric),
                  words())
              .standing(onBase ? Standing.GONE : Standing.NEW));
    Sides all = new Sides(values(base, metric), values(head, metric));
    if (metric.id().equals(Metrics.CLEANUP_EFFICIENCY.id())) all = atLeast(LEAST_FREED, all);
    if (has(base, CaseResult.INLINED) || has(head, CaseResult.INLINED))
      return Optional.of(
          Found.inconclusive(
              subject, all, "inlined: an operation takes less than a call can take", words()));
    Optional<String> moved =
        Stream.of(base, head).map(KeptRow::machineMoved).filter(how -> !how.isEmpty()).findFirst();
    if (moved.isPresent() && Source.of(metric) == Source.CLOCKED)
      return Optional.of(Found.inconclusive(subject, all, moved.get(), words()));
    if (!metric.id().equals(Metrics.ALLOCATED_BYTES.id()))
      return Optional.of(Found.of(subject, all, words()));
    return Optional.of(allocation(subject, all, gates.apply(subject)));
  }

  private static Sides atLeast(double least, Sides sides) {
    return new Sides(
        sides.base().stream().map(value -> Math.max(least, value)).toList(),
        sides.head().stream().map(value -> Math.max(least, value)).toList());
  }

  /** Allocation depends on what is compiled so far, so that only forks that settled count. */
  private Found allocation(Subject subject, Sides all, Gate gate) {
    Sides steady = new Sides(steady(base, subject.metric()), steady(head, subject.metric()));
    for (Side side : Side.values()) {
      List<Double> values = side == Side.BASE ? steady.base() : steady.head();
      int forks = (side == Side.BASE ? all.base() : all.head()).size();
      if (values.size() < Summaries.FEWEST_FORKS)
        return Found.inconclusive(
            subject,
            all,
            "%s: %d of %d forks were steady, and allocation is compared from %d up"
                .formatted(side.id(), values.size(), forks, Summaries.FEWEST_FORKS),
            words());
      Summary summary = Summaries.summarise(subject.metric(), values);
      double spread = summary.cv();
      if (spread >= gate.least() && !(summary.deviation() < gate.floor() && isFar(steady, gate)))
        return Found.inconclusive(
            subject,
            all,
            String.format(
                Locale.ROOT,
                "%s: its own forks spread by %.1f %% (CV), the gate is %.1f %%",
                side.id(),
                100 * spread,
                100 * gate.least()),
            words());
    }
    return Found.of(subject, steady, words());
  }

  /** Next to nothing spreads by much of itself, and may all the same have become something. */
  private static boolean isFar(Sides sides, Gate gate) {
    return sides.difference() >= gate.floor();
  }

  private Subject subject(Metric metric) {
    return new Subject(base.id(), baseColumn, headColumn, metric);
  }

  /** Why the case cannot be compared at all. */
  private Optional<String> obstacle() {
    if (!base.protocol().equals(head.protocol()))
      return Optional.of(
          "the base measures it as %s, the head as %s".formatted(base.protocol(), head.protocol()));
    if (base.protocol().equals(RATE) && !base.unit().equals(head.unit()))
      return Optional.of("the base counts %s, the head %s".formatted(base.unit(), head.unit()));
    return Stream.of(wrong(base, Side.BASE), wrong(head, Side.HEAD), disagreement())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** How far both sides are there, where an obstacle meets the whole case. */
  Standing standing() {
    if (head.errored() && !head.wrong().isEmpty()) return Standing.ERRORED;
    if (base.completed() && base.wrong().isEmpty()) {
      if (disagreement().isPresent()) return Standing.ERRORED;
      if (!head.wrong().isEmpty()) return Standing.GONE;
    }
    return Standing.PRESENT;
  }

  private static Optional<String> wrong(KeptRow row, Side side) {
    return row.wrong().isEmpty() ? Optional.empty() : Optional.of(side.id() + ": " + row.wrong());
  }

  /** Two runs were each held to one answer, but not yet to the same. */
  private Optional<String> disagreement() {
    List<Double> ours = base.answers();
    List<Double> theirs = head.answers();
    if (ours.isEmpty() || theirs.isEmpty() || ours.equals(theirs)) return Optional.empty();
    return Optional.of("the base answers %s, the head %s".formatted(text(ours), text(theirs)));
  }

  private static String text(List<Double> answers) {
    return answers.stream()
        .map(answer -> BigDecimal.valueOf(answer).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" and "));
  }

  /** Whether a fork was planned and is missing. */
  boolean isIncomplete() {
    return base.incomplete() || head.incomplete();
  }

  private static boolean has(KeptRow row, String flag) {
    return row.flags().contains(flag);
  }

  private static List<Double> values(KeptRow row, Metric metric) {
    return row.metric(metric).map(KeptMetric::forks).orElse(List.of());
  }

  private static List<Double> steady(KeptRow row, Metric metric) {
    return row.metric(metric).map(KeptMetric::steady).orElse(List.of());
  }

  /** The words of both rows; one that only a side has is said to be of that side. */
  List<String> words() {
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
