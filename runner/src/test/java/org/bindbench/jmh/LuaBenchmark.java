package org.bindbench.jmh;

import java.nio.file.Path;
import org.luaj.vm2.LuaValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call of a Lua case's {@code run(n)}, as JMH measures it; like {@link PythonBenchmark}. */
@State(Scope.Thread)
public class LuaBenchmark {
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
  private LuaValue run;

  /** On the thread that measures: LuaJ's globals belong to one. */
  @Setup
  public void open() {
    LuaSuite suite = new LuaSuite(Path.of(file), implementation.equals("LuaJC"));
    Expected.equal("implementation", implementation, suite.implementation());
    run = suite.run(name);
    Expected.equal(
        "answer", answer, run.call(LuaValue.valueOf(Expected.ANSWER_OPERATIONS)).tolong());
  }

  @Benchmark
  public double run() {
    return run.call(LuaValue.valueOf(operations)).todouble();
  }
}
