package org.bindbench.analysis.leak;

import java.util.ArrayList;
import java.util.List;
import org.bindbench.analysis.Figures;
import org.bindbench.model.Role;

/** What control and planted leak say against the rows that they stand beside. */
final class Doubts {
  private Doubts() {}

  /**
   * A sentence for each doubt; none where the control stood still and the planted leak was found.
   */
  static List<String> of(List<LeakRow> bench) {
    List<String> doubts = new ArrayList<>();
    List<LeakRow> controls = of(bench, Role.CONTROL);
    List<LeakRow> planted = of(bench, Role.PLANTED);
    if (controls.isEmpty()) doubts.add("no control that does nothing was measured");
    for (LeakRow control : controls)
      if (control.verdict() != LeakVerdict.CONTROL_STILL)
        doubts.add(
            control.verdict() == LeakVerdict.CONTROL_GROWS
                ? "the control, which does nothing, is called a leak: it grows by "
                    + growth(control)
                : "the control was not measured: " + control.finding().reason());
    if (planted.isEmpty()) doubts.add("no planted leak was measured");
    for (LeakRow each : planted)
      if (each.verdict() != LeakVerdict.PLANTED_FOUND)
        doubts.add(
            each.verdict() == LeakVerdict.NOT_DECIDED
                ? "the planted leak was not measured: " + each.finding().reason()
                : "the planted leak of "
                    + Figures.bytes(each.plantedBytes())
                    + " an operation was not found ("
                    + growth(each)
                    + "): "
                    + each.finding().reason());
    return doubts;
  }

  private static List<LeakRow> of(List<LeakRow> bench, Role role) {
    return bench.stream().filter(row -> row.role() == role).toList();
  }

  private static String growth(LeakRow row) {
    return row.finding()
        .figures()
        .map(each -> Figures.bytes(each.perCycle().value()) + " a cycle")
        .orElse("no figure");
  }
}
