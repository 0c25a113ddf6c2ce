package org.bindbench.analysis.advice;

import java.util.List;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/** Python times from an engine without its JIT. */
final class InterpreterOnly implements RemarkRule {
  @Override
  public List<Remark> remarks(RunAnalysis run) {
    long rows =
        run.results().stream().filter(row -> row.hasFlag(CaseResult.INTERPRETER_ONLY)).count();
    if (rows == 0) return List.of();
    return List.of(
        new Remark(
            Severity.WARNING,
            "graalpy",
            (rows == 1 ? "1 timed row was" : rows + " timed rows were")
                + " measured without the JIT on "
                + run.run().environment().workerJvm().title()
                + ": Python's times are those of the interpreter only",
            "install a JDK 25 (25.0.1 or later) and name it with --jvm or JAVA_HOME"));
  }
}
