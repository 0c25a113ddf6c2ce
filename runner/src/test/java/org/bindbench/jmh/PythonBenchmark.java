package org.bindbench.jmh;

import java.nio.file.Path;
import org.graalvm.polyglot.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One call of a Python case's {@code run(n)}, as JMH measures it.
 *
 * <p>The parameters are those of one of our own forks: JMH's fork fails where the engine does not
 * run in the same way, or gives another answer.
 */
@State(Scope.Thread)
public class PythonBenchmark {
  @Param("")
  public String file = "";

  @Param("")
  public String name = "";

  @Param("0")
  public long operations;

  @Param("")
  public String implementation = "";

  @Param("0")
  public long answer;

  @SuppressWarnings("NullAway.Init") // JMH calls open() before run()
  private Value run;

  /** On the thread that measures, as in a worker. */
  @Setup
  public void open() {
    PythonSuite suite = new PythonSuite(Path.of(file));
    Expected.equal("implementation", implementation, suite.implementation());
    run = suite.run(name);
    Expected.equal("answer", answer, run.execute(Expected.ANSWER_OPERATIONS).asLong());
  }

  @Benchmark
  public long run() {
    return run.execute(operations).asLong();
  }
}
