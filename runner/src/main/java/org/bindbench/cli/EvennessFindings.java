package org.bindbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.review.Evenness;
import org.bindbench.machine.Finding;
import org.bindbench.machine.Finding.Status;

/** What a few short trials say of this machine. */
final class EvennessFindings {
  /** Of a real benchmark's forks the tenth most uneven differ by more (Traini et al. 2022). */
  private static final double UNEVEN = 0.084;

  private EvennessFindings() {}

  static List<Finding> of(Evenness found, String measured) {
    int forks = found.rate().forkValues().size();
    List<Finding> findings = new ArrayList<>();
    String ruler =
        "A loop of fixed work took %s to %s after %d trials"
            .formatted(
                Figures.quantity(found.ruler().min(), "ns"),
                Figures.quantity(found.ruler().max(), "ns"),
                forks);
    findings.add(
        found
            .moved()
            .map(
                how ->
                    new Finding(
                        "speed",
                        Status.ADVICE,
                        ruler + ": " + how + ".",
                        "Wait until it is quiet, fix the processor's clock, or use a machine that"
                            + " is not shared: times taken now cannot be compared."))
            .orElseGet(
                () ->
                    new Finding(
                        "speed",
                        Status.OK,
                        ruler + " and did not move by more than 5 % between their halves.",
                        "")));
    double cv = found.rate().cv();
    String spread =
        "%s differs between %d workers by a coefficient of variation of %s"
            .formatted(measured, forks, Figures.percent(cv));
    findings.add(
        cv <= UNEVEN
            ? new Finding("spread", Status.OK, spread + ".", "")
            : new Finding(
                "spread",
                Status.ADVICE,
                spread + ".",
                "End what else is running; where it stays like this, measure with more --forks."));
    findings.add(
        new Finding(
            "resolution",
            Status.OK,
            "With %d forks on each side a change of such a case by %s is found in 80 of 100 comparisons."
                .formatted(forks, Figures.percent(found.detectable())),
            ""));
    return findings;
  }
}
