package org.bindbench.worker.protocol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bindbench.engine.Guest;
import org.bindbench.engine.PreparedCase;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;

/** A guest whose only case is given, and which says that it was closed. */
public record ScriptedGuest(PreparedCase only, Runnable closed) implements Guest {
  @Override
  public String implementation() {
    return "scripted";
  }

  @Override
  public boolean jit() {
    return false;
  }

  @Override
  public List<CaseDeclaration> load(Path suite) {
    return List.of();
  }

  @Override
  public PreparedCase prepare(CaseId id) {
    return only;
  }

  @Override
  public int runPlain(Path script) {
    throw new AssertionError("not asked for");
  }

  @Override
  public void idle(Duration duration) {}

  @Override
  public void close() {
    closed.run();
  }
}
