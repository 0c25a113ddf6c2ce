package org.bindbench.analysis.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.Summaries;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Subject;

/**
 * What a gate could have seen: the worsening that a row needs to be counted by it in 80 of 100
 * cases.
 *
 * @param median of the rows that see anything, as a share; NaN where none does
 * @param worst that of the least sensitive of them; NaN where none does
 * @param least the least sensitive row; empty where none sees anything
 * @param seeing rows that see something
 * @param blind rows that see nothing, as with two forks
 */
public record Sensitivity(
    double median, double worst, Optional<Subject> least, int seeing, int blind) {
  /** The sensitivity of a gate that counts rows from that magnitude on. */
  static Sensitivity of(List<GatedRow> rows, Magnitude magnitude) {
    List<GatedRow> counted = rows.stream().filter(GatedRow::counts).toList();
    List<GatedRow> seeing =
        counted.stream().filter(row -> Double.isFinite(row.seen(magnitude))).toList();
    double[] seen = seeing.stream().mapToDouble(row -> row.seen(magnitude)).toArray();
    Optional<GatedRow> least =
        seeing.stream().max(Comparator.comparingDouble(row -> row.seen(magnitude)));
    return new Sensitivity(
        seen.length == 0 ? Double.NaN : Summaries.quantile(seen, 0.5),
        least.map(row -> row.seen(magnitude)).orElse(Double.NaN),
        least.map(row -> row.comparison().subject()),
        seeing.size(),
        counted.size() - seeing.size());
  }
}
