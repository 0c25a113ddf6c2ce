package org.bindbench.worker.protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bindbench.engine.Guest;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;

/** A guest that must not be asked for anything. */
public class NoGuest implements Guest {
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
    throw new AssertionError("not asked for");
  }

  @Override
  public int runPlain(Path script) {
    throw new AssertionError("not asked for");
  }

  @Override
  public void idle(Duration duration) {}

  @Override
  public void close() {}
}
