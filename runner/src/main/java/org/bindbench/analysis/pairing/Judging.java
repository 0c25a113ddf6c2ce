package org.bindbench.analysis.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Gate;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Subject;
import org.bindbench.analysis.change.TwoStage;
import org.bindbench.analysis.gate.Standing;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.Role;
import org.bindbench.model.comparison.ComparisonPlan;
import org.bindbench.model.comparison.Lone;
import org.bindbench.model.comparison.Match;
import org.bindbench.model.comparison.Side;
import org.bindbench.model.metric.Metric;

/** Judges an interleaved comparison from the rows of its stages. */
public final class Judging {
  private final ComparisonPlan plan;
  private final Function<Subject, Gate> gates;
  private final Map<Subject, Found> stageOne;

  /**
   * A judgement that knows stage one.
   *
   * @param stageOne the forks of stage one of both sides, judged as one run, so that answers are
   *     held against each other
   */
  public Judging(ComparisonPlan plan, RunAnalysis stageOne, Function<Subject, Gate> gates) {
    this.plan = plan;
    this.gates = gates;
    this.stageOne = found(stageOne, true);
  }

  /** What a case is judged by first; empty where it is none that can be compared. */
  public static Optional<Metric> metric(CaseDeclaration declaration) {
    boolean isControl = declaration.role() == Role.CONTROL;
    return isControl ? Optional.empty() : RowPair.metrics(declaration).stream().findFirst();
  }

  /** What is to be measured again; nothing where stage one was interrupted. */
  public Set<Subject> flagged() {
    return TwoStage.flagged(sides(stageOne), gates);
  }

  /**
   * Every row, in the order of the suites, and behind them those that one side lacks.
   *
   * @param second the forks of stage two; a case that was not finished there was not measured again
   */
  public List<ComparedRow> rows(RunAnalysis second) {
    Set<Subject> flagged = flagged();
    Map<Subject, Found> stageTwo = found(second, false);
    stageTwo.keySet().retainAll(flagged); // what was only there to keep others company
    Map<Subject, Sides> again = sides(stageTwo);
    Map<Subject, Comparison> judged =
        TwoStage.judge(
                sides(stageOne),
                again,
                gates,
                subject -> words(subject, stageTwo),
                Optional.empty())
            .stream()
            .collect(Collectors.toMap(Comparison::subject, Function.identity()));
    List<ComparedRow> rows = new ArrayList<>();
    stageOne.forEach(
        (subject, one) -> {
          Optional<Found> two = Optional.ofNullable(stageTwo.get(subject));
          Comparison comparison =
              one.barred()
                  .or(() -> two.flatMap(Found::barred))
                  .or(() -> Optional.ofNullable(judged.get(subject)))
                  .orElseThrow();
          rows.add(
              new ComparedRow(
                  comparison,
                  gates.apply(subject),
                  one.sides(),
                  two.flatMap(Found::sides),
                  two.map(Found::standing)
                      .filter(standing -> standing != Standing.PRESENT)
                      .orElse(one.standing())));
        });
    plan.lone().forEach(lone -> rows.add(lone(lone)));
    return rows;
  }

  private ComparedRow lone(Lone lone) {
    Match match = lone.match();
    Subject subject =
        new Subject(
            lone.id(),
            new Column(match.baseEngine(), match.baseStyle()),
            new Column(match.headEngine(), match.headStyle()),
            lone.metric());
    return new ComparedRow(
        Comparison.notComparable(subject, lone.reason(), List.of()),
        gates.apply(subject),
        Optional.empty(),
        Optional.empty(),
        lone.missing()
            .map(side -> side == Side.HEAD ? Standing.GONE : Standing.NEW)
            .orElse(Standing.PRESENT));
  }

  private List<String> words(Subject subject, Map<Subject, Found> stageTwo) {
    Found two = stageTwo.get(subject);
    Found one = Optional.ofNullable(stageOne.get(subject)).orElseThrow();
    return two == null ? one.words() : two.words();
  }

  private Map<Subject, Found> found(RunAnalysis analysis, boolean unfinishedToo) {
    Map<Subject, Found> found = new LinkedHashMap<>();
    for (CaseResult base : analysis.results()) {
      if (!base.setup().equals(Side.BASE.id()) || base.isControl()) continue;
      for (Match match : plan.matches()) {
        if (!isOf(base, match, Side.BASE)) continue;
        analysis.results().stream()
            .filter(head -> head.setup().equals(Side.HEAD.id()))
            .filter(head -> head.id().equals(base.id()) && isOf(head, match, Side.HEAD))
            .map(
                head ->
                    new RowPair(
                        Kept.row(base, Map.of()),
                        Kept.row(head, Map.of()),
                        new Column(base.engine(), base.style()),
                        new Column(head.engine(), head.style())))
            .filter(pair -> unfinishedToo || !pair.isIncomplete())
            .flatMap(pair -> pair.found(gates).stream())
            .forEach(each -> found.put(each.subject(), each));
      }
    }
    return found;
  }

  private static boolean isOf(CaseResult row, Match match, Side side) {
    return row.engine().equals(match.engine(side)) && row.style() == match.style(side);
  }

  private static Map<Subject, Sides> sides(Map<Subject, Found> found) {
    Map<Subject, Sides> sides = new LinkedHashMap<>();
    found.forEach(
        (subject, each) -> {
          if (each.isTestable()) each.sides().ifPresent(values -> sides.put(subject, values));
        });
    return sides;
  }
}
