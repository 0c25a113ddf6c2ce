package org.bindbench.analysis.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Estimate;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.WelchRatio;
import org.bindbench.model.BindingStyle;

/** Holds bound objects against the language's own wherever a run has the rows of both. */
public final class BoundAgainstOwn {
  private BoundAgainstOwn() {}

  /** The ratios, counterpart by counterpart, in the order of the bound rows. */
  public static List<BoundRatio> of(RunAnalysis analysis) {
    List<BoundRatio> ratios = new ArrayList<>();
    for (Counterpart counterpart : Counterpart.all())
      for (CaseResult bound : analysis.results())
        if (bound.style() != BindingStyle.OWN && bound.id().name().equals(counterpart.bound()))
          own(analysis, counterpart, bound)
              .flatMap(own -> ratio(counterpart, own, bound))
              .ifPresent(ratios::add);
    return ratios;
  }

  /** The row of the same suite and parameters, on the same engine and setup, without a binding. */
  private static Optional<CaseResult> own(
      RunAnalysis analysis, Counterpart counterpart, CaseResult bound) {
    Column column = new Column(bound.engine(), BindingStyle.OWN, bound.setup());
    return analysis.results().stream()
        .filter(
            row ->
                row.id().name().equals(counterpart.own())
                    && row.id().suite().equals(bound.id().suite())
                    && row.id().params().equals(bound.id().params())
                    && row.column().equals(column))
        .findFirst();
  }

  private static Optional<BoundRatio> ratio(
      Counterpart counterpart, CaseResult own, CaseResult bound) {
    Optional<Summary> ownFigure = own.summary(counterpart.metric().id());
    Optional<Summary> boundFigure = bound.summary(counterpart.metric().id());
    if (ownFigure.isEmpty() || boundFigure.isEmpty()) return Optional.empty();
    List<Caveat> caveats =
        Stream.concat(own.doubts().stream(), bound.doubts().stream()).distinct().toList();
    return Optional.of(
        new BoundRatio(
            counterpart,
            own.id(),
            bound.id(),
            bound.column(),
            ownFigure.get(),
            boundFigure.get(),
            estimate(boundFigure.get(), ownFigure.get()),
            bound.hasFlag(CaseResult.WITHOUT_JIT),
            caveats));
  }

  private static Estimate estimate(Summary above, Summary below) {
    return WelchRatio.of(above.forkValues(), below.forkValues())
        .orElseGet(
            () -> {
              boolean defined = above.value() > 0 && below.value() > 0;
              double ratio = defined ? above.value() / below.value() : Double.NaN;
              return new Estimate(ratio, Double.NaN, Double.NaN, Summaries.LEVEL);
            });
  }
}
