package org.bindbench.cli.history;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.past.RunEntry;
import org.bindbench.cli.Terminal;
import org.bindbench.config.Settings;
import org.bindbench.history.History;
import org.bindbench.launch.GitDiff;
import org.bindbench.machine.git.WorkTree;
import org.bindbench.model.UsageException;
import org.bindbench.model.history.Commit;
import org.bindbench.wire.StoredCommit;
import org.bindbench.wire.SuiteDigests;

/**
 * Puts finished runs into the history. What goes wrong there is said, and neither loses a report
 * nor changes how the run ends.
 */
public final class Recorder {
  /** The commands whose runs are kept. */
  private static final Set<String> COMMANDS = Set.of("all", "python", "lua");

  private final Terminal terminal;
  private final Settings settings;

  /** A recorder that tells on that terminal what it did. */
  public Recorder(Terminal terminal, Settings settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  /** Stores with a run what is checked out in the current folder, where that is a work tree. */
  public static void storeCommit(Path folder) throws InterruptedException {
    Optional<Commit> commit = commit(Path.of(""));
    commit.ifPresent(found -> StoredCommit.write(folder, found));
  }

  private static Optional<Commit> commit(Path place) throws InterruptedException {
    Optional<WorkTree> tree = WorkTree.around(place);
    Optional<WorkTree.Head> head = tree.flatMap(WorkTree::head);
    if (tree.isEmpty() || head.isEmpty()) return Optional.empty();
    return Optional.of(
        new Commit(head.get().hash(), head.get().branch(), GitDiff.of(tree.get().folder())));
  }

  /**
   * Puts the run in, if settings and command say so.
   *
   * @param folder where the run is stored
   */
  public void record(String command, RunAnalysis analysis, Path folder) {
    if (!settings.historyEnabled() || !COMMANDS.contains(command)) return;
    try {
      put(HistoryOptions.of(settings.historyFile()), entry(analysis, folder));
    } catch (UsageException e) {
      terminal.error(
          e.getMessage()
              + "\nThe run is reported all the same; `history add "
              + folder
              + "` puts it into the history later.");
    }
  }

  /** All that the history keeps of the run in that folder. */
  static RunEntry entry(RunAnalysis analysis, Path folder) {
    return RunEntry.of(analysis, SuiteDigests.read(folder), StoredCommit.find(folder));
  }

  /** Puts the run in and says so; whether it was new. */
  boolean put(History history, RunEntry entry) {
    History.Added added = history.add(entry);
    added
        .setAside()
        .ifPresent(
            aside ->
                terminal.error(
                    "the history "
                        + history.path()
                        + " was corrupt: it is now "
                        + aside
                        + ", and a new one was begun"));
    terminal
        .err()
        .println(
            terminal
                .style()
                .show(
                    added.isNew()
                        ? "put into the history %s: %d figures"
                            .formatted(settings.historyFile(), entry.figures().size())
                        : "the history %s has the run %s already"
                            .formatted(settings.historyFile(), entry.run().id())));
    return added.isNew();
  }
}
