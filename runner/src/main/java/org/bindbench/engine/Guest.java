package org.bindbench.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.leak.ContainerSize;

/** One opened interpreter: its own globals, its own loaded files. Not safe for several threads. */
public interface Guest extends AutoCloseable {
  /** The engine's own word for how it runs code; see {@code WorkerFacts.implementation}. */
  String implementation();

  /** Whether guest code is compiled to machine code, as the engine itself reports it. */
  boolean jit();

  /**
   * Loads a suite and lists its cases in the order of the file.
   *
   * @throws GuestException where the file does not load or declares a case wrongly
   */
  List<CaseDeclaration> load(Path suite);

  /**
   * Runs the set-up of a case of a loaded suite.
   *
   * @throws GuestException where the set-up fails, or a library it is bound to is absent
   */
  PreparedCase prepare(CaseId id);

  /**
   * Runs a whole file as the language's own command would.
   *
   * @return the exit status the script asked for, 0 where it ended by itself
   * @throws GuestException where the script raises an error
   */
  int runPlain(Path script);

  /**
   * Does the host's work on a thread that is inside the guest. GraalPy loses the callbacks of weak
   * references for good when they are cleared while no thread is inside.
   */
  default void inside(Runnable work) {
    work.run();
  }

  /** Lets the guest run its own pending work, such as weak-reference callbacks, for a while. */
  void idle(Duration duration);

  /**
   * Asks guest code that is running on another thread to end; does nothing where the engine has no
   * means to.
   *
   * @param within how long it may take
   * @throws GuestException where the code did not end in time
   */
  default void interrupt(Duration within) {}

  /**
   * The containers that the script can reach: from its globals, its modules and the hooks of the
   * case, and into Java objects that it holds. Local variables of running functions are not among
   * them.
   *
   * @param prepared a case of this guest
   * @return empty where the engine cannot be walked
   */
  default Optional<List<ContainerSize>> containers(PreparedCase prepared) {
    return Optional.empty();
  }

  @Override
  void close();
}
