package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.Figures;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Environment;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** A machine that had other work when the run began. */
final class BusyMachine implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    Environment environment = run.run().environment();
    if (!(environment.load() > environment.cores() / 2.0)) return List.of();
    return List.of(
        new Remark(
            Severity.WARNING,
            "machine",
            "the load average was "
                + Figures.si(environment.load())
                + " on "
                + environment.cores()
                + (environment.cores() == 1 ? " core" : " cores")
                + " when the run began",
            "end other work and measure again"));
  }
}
