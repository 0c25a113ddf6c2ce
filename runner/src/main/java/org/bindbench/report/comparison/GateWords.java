package org.bindbench.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.gate.FailOn;
import org.bindbench.analysis.gate.GateReport;
import org.bindbench.analysis.gate.GateResult;
import org.bindbench.analysis.gate.GateRules;
import org.bindbench.analysis.gate.Sensitivity;
import org.bindbench.report.layout.Grid;
import org.bindbench.report.layout.Tone;

/** What every form of a report says of gates in words, said once. Texts are raw. */
public final class GateWords {
  private GateWords() {}

  /** The rule of a gate: {@code at most 3 major rows}. */
  public static String rule(GateResult result, GateRules rules) {
    return switch (result.kind()) {
      case ROW -> rules.failOn() == FailOn.SLIGHT ? "no row worse" : "no row " + from(rules);
      case CRITICAL -> most(result.limit(), "critical row");
      case MAJOR -> most(result.limit(), "major row");
      case REGRESSED -> "at most " + share(result.limit()) + " of the cases minor or worse";
      case THRESHOLDS -> "no failing threshold missed, no critical leak";
      case ERRORS -> "no error";
      case MISSING -> "no row of the base missing";
      case INCONCLUSIVE -> "no row without a verdict";
    };
  }

  private static String from(GateRules rules) {
    return rules.failOn() == FailOn.CRITICAL
        ? rules.failOn().title()
        : rules.failOn().title() + " or worse";
  }

  private static String most(double limit, String what) {
    if (limit == 0) return "no " + what;
    return "at most " + Math.round(limit) + " " + what + (limit == 1 ? "" : "s");
  }

  /** What the usual gates or the others that can fail allow, in one phrase. */
  static String rules(GateReport report) {
    List<String> failing =
        report.results().stream()
            .filter(result -> isWorsening(result) || result.failed())
            .map(result -> rule(result, report.rules()))
            .toList();
    List<String> more = new ArrayList<>(failing);
    if (report.rules().inconclusiveFails()) more.add("no row without a verdict");
    if (report.rules().missingFails()) more.add("no row of the base missing");
    return String.join(", ", more.stream().distinct().toList());
  }

  private static boolean isWorsening(GateResult result) {
    return result.seen().isPresent();
  }

  /** {@code no critical row: 1}. */
  public static String failure(GateResult result, GateRules rules) {
    return rule(result, rules) + ": " + value(result);
  }

  /** What was found, in the unit of the limit. */
  public static String value(GateResult result) {
    return result.kind() == GateResult.Kind.REGRESSED
        ? share(result.value())
        : String.valueOf(Math.round(result.value()));
  }

  private static String limit(GateResult result) {
    return result.kind() == GateResult.Kind.REGRESSED
        ? share(result.limit())
        : String.valueOf(Math.round(result.limit()));
  }

  private static String share(double share) {
    if (!Double.isFinite(share)) return "nothing to count";
    return Math.round(100 * share) + " %";
  }

  /** From which worsening on a gate counts rows, as far as the forks tell. */
  public static String seen(GateResult result) {
    return result.seen().map(GateWords::seen).orElse("");
  }

  private static String seen(Sensitivity seen) {
    if (seen.seeing() == 0) return "nothing: no row tells how small a change it would show";
    String text =
        seen.seeing() == 1
            ? "from +" + Figures.percent(seen.worst())
            : "half of the rows from +"
                + Figures.percent(seen.median())
                + ", all from +"
                + Figures.percent(seen.worst());
    return seen.blind() == 0
        ? text
        : text + "; " + seen.blind() + (seen.blind() == 1 ? " row" : " rows") + " nothing";
  }

  /** Every gate as a row of a table. */
  static Grid grid(GateReport report) {
    return new Grid(
            List.of(
                Grid.Column.words("gate"),
                Grid.Column.numbers("found"),
                Grid.Column.numbers("limit"),
                Grid.Column.words("result"),
                Grid.Column.words("could have seen")),
            report.results().stream()
                .map(
                    result ->
                        List.of(
                            Grid.Cell.of(rule(result, report.rules())),
                            Grid.Cell.of(value(result)),
                            Grid.Cell.of(limit(result)),
                            new Grid.Cell(result.status().title(), tone(result)),
                            Grid.Cell.of(seen(result))))
                .toList())
        .withoutEmptyColumns();
  }

  private static Tone tone(GateResult result) {
    return switch (result.status()) {
      case PASSED -> Tone.GOOD;
      case FAILED -> Tone.BAD;
      case TOLD, NOT_JUDGED -> Tone.DOUBTFUL;
    };
  }

  /** What is behind a gate that is beyond its limit, a line each. */
  public static List<String> behind(GateResult result) {
    return Stream.concat(result.rows().stream().map(GateWords::row), result.named().stream())
        .toList();
  }

  private static String row(Comparison comparison) {
    String change = Wording.change(comparison);
    return Wording.title(comparison.subject())
        + " ("
        + comparison.subject().metric().unit()
        + "): "
        + Wording.verdict(comparison)
        + (change.isEmpty() ? "" : " " + change)
        + (comparison.verdict().isChange() || comparison.reason().isEmpty()
            ? ""
            : ": " + comparison.reason());
  }

  /** How to read the last column. */
  static final String SEEN =
      "could have seen: the worsening from which on a row is counted by the gate in 80 of 100 cases";
}
