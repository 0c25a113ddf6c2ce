package org.bindbench.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindbench.model.history.Commit;

/** Asks git whether tracked files of a work tree differ from the commit that is checked out. */
public final class GitDiff {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** Asks for a yes or no, without the diffs and the monitor that a repository may configure. */
  private static final List<String> COMMAND =
      List.of(
          "git",
          "--no-optional-locks",
          "-c",
          "core.fsmonitor=false",
          "diff",
          "--no-ext-diff",
          "--no-textconv",
          "--quiet",
          "HEAD",
          "--");

  private GitDiff() {}

  /** The state of the tree; UNKNOWN where git is not installed, refuses, or takes too long. */
  public static Commit.Tree of(Path folder) throws InterruptedException {
    return of(folder, COMMAND);
  }

  static Commit.Tree of(Path folder, List<String> command) throws InterruptedException {
    Process git;
    try {
      git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return Commit.Tree.UNKNOWN; // no git
    }
    try {
      if (!git.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) return Commit.Tree.UNKNOWN;
    } finally {
      git.destroyForcibly();
    }
    return switch (git.exitValue()) {
      case 0 -> Commit.Tree.CLEAN;
      case 1 -> Commit.Tree.DIRTY;
      default -> Commit.Tree.UNKNOWN;
    };
  }
}
