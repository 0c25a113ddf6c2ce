package org.bindbench.analysis.advice;

import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.JvmFacts;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;

/**
 * Python times from an engine without its JIT: a warning where the JVM cannot have it, an error
 * where it can, because then it was asked for and not had.
 */
final class InterpreterOnly implements RemarkRule {
  private static final Runtime.Version FIRST_FIT = Runtime.Version.parse("25.0.1");

  @Override
  public List<Remark> remarks(RunAnalysis run) {
    return run.run().environment().workerJvms().stream()
        .map(jvm -> remark(run, jvm))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Remark> remark(RunAnalysis run, JvmFacts jvm) {
    List<CaseResult> interpreted =
        run.results().stream()
            .filter(row -> row.hasFlag(CaseResult.INTERPRETER_ONLY))
            .filter(row -> row.setup().isEmpty() || ranOn(row, jvm))
            .toList();
    if (interpreted.isEmpty()) return Optional.empty();
    boolean expected = isFit(jvm) && interpreted.stream().anyMatch(row -> compiles(run, row));
    String rows =
        interpreted.size() == 1 ? "1 timed row was" : interpreted.size() + " timed rows were";
    String found =
        rows
            + " measured without the JIT on "
            + jvm.title()
            + (expected ? ", which can have it" : "");
    return Optional.of(
        new Remark(
            expected ? Severity.ERROR : Severity.WARNING,
            "graalpy",
            Names.titles(interpreted),
            found + ": Python's times are those of the interpreter only",
            expected
                ? "run doctor, and read the worker's log for why the compiler did not start"
                : "install a JDK 25 (25.0.1 or later) and name it with --jvm or JAVA_HOME"));
  }

  /** A worker gives its vendor's long name, and the same version as the JVM's own file. */
  private static boolean ranOn(CaseResult row, JvmFacts jvm) {
    return row.trials().stream()
        .flatMap(trial -> trial.worker().stream())
        .anyMatch(worker -> worker.jvm().endsWith(" " + jvm.version()));
  }

  private static boolean compiles(RunAnalysis run, CaseResult row) {
    return run.run().environment().engines().stream()
        .anyMatch(each -> each.id().equals(row.engine()) && each.hasJit());
  }

  /** As the engine judges a JVM before it asks for its compiler. */
  private static boolean isFit(JvmFacts jvm) {
    Runtime.Version version = Runtime.Version.parse(jvm.version());
    return version.feature() == FIRST_FIT.feature()
        && version.compareToIgnoreOptional(FIRST_FIT) >= 0
        && !jvm.vmName().contains("OpenJ9");
  }
}
