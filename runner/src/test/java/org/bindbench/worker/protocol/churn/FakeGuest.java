package org.bindbench.worker.protocol.churn;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bindbench.engine.Guest;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;

/** A guest whose every case returns the answer. */
record FakeGuest(DoubleSupplier answer, Runnable closing) implements Guest {
  @Override
  public String implementation() {
    throw new AssertionError("not asked for");
  }

  @Override
  public boolean jit() {
    throw new AssertionError("not asked for");
  }

  @Override
  public List<CaseDeclaration> load(Path suite) {
    throw new AssertionError("not asked for");
  }

  @Override
  public PreparedCase prepare(CaseId id) {
    return new PreparedCase() {
      @Override
      public double run(long operations) {
        return answer.getAsDouble();
      }

      @Override
      public boolean has(String hook) {
        return hook.equals("run");
      }

      @Override
      public void keep(String hook, long count) {
        throw new AssertionError("not asked for");
      }

      @Override
      public double number(String hook) {
        throw new AssertionError("not asked for");
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public int runPlain(Path script) {
    throw new AssertionError("not asked for");
  }

  @Override
  public void idle(Duration duration) {}

  @Override
  public void close() {
    closing.run();
  }
}
