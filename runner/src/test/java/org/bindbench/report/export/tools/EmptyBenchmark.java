package org.bindbench.report.export.tools;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Something for JMH to write a result file of. */
@State(Scope.Benchmark)
public class EmptyBenchmark {
  @Param({"one"})
  String word = "";

  @Benchmark
  public int length() {
    return word.length();
  }
}
