package org.bindbench.cli.measure;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.bindbench.cli.Terminal;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.UsageException;
import org.bindbench.wire.StoredTrials;

/**
 * Stores each trial the moment it ended. Where the disk refuses, that is said at once and measuring
 * goes on, for what was measured can still be printed; the run fails at its end.
 */
public final class TrialFiles implements Consumer<TrialRecord> {
  private static final int CANNOT_WRITE = 78;

  private final StoredTrials stored;
  private final Terminal terminal;
  private Optional<String> problem = Optional.empty();

  /** Stores there, and complains on the terminal. */
  public TrialFiles(StoredTrials stored, Terminal terminal) {
    this.stored = stored;
    this.terminal = terminal;
  }

  @Override
  public synchronized void accept(TrialRecord trial) {
    try {
      stored.store(trial);
    } catch (UncheckedIOException e) {
      if (problem.isEmpty())
        terminal.error(e.getMessage() + "; measuring goes on, but would be lost if it were killed");
      problem = problem.or(() -> Optional.ofNullable(e.getMessage()));
    }
  }

  /**
   * Fails where a trial could not be stored.
   *
   * @throws UsageException naming the first problem
   */
  public synchronized void requireStored() {
    if (problem.isPresent())
      throw new UsageException(
          "Not every trial was stored: " + problem.get() + ". Make room, or use --output-dir.",
          CANNOT_WRITE);
  }
}
