package org.bindbench.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bindbench.machine.git.WorkTree;
import org.bindbench.model.history.Commit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitDiffTest {
  @TempDir Path folder;

  @Test
  void trackedFilesThatDifferMakeTheTreeDirtyAndOthersDoNot() throws Exception {
    assumeTrue(git("init", "-q") == 0, "git is not installed");
    Files.writeString(folder.resolve("a.txt"), "one");
    git("add", "a.txt");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "one");
    assertThat(GitDiff.of(folder)).isEqualTo(Commit.Tree.CLEAN);
    assertThat(WorkTree.around(folder).flatMap(WorkTree::head)).isPresent();
    Files.writeString(folder.resolve("new.txt"), "untracked");
    assertThat(GitDiff.of(folder)).isEqualTo(Commit.Tree.CLEAN);
    Files.writeString(folder.resolve("a.txt"), "two");
    assertThat(GitDiff.of(folder)).isEqualTo(Commit.Tree.DIRTY);
    git("add", "a.txt");
    assertThat(GitDiff.of(folder)).isEqualTo(Commit.Tree.DIRTY);
  }

  @Test
  void whereThereIsNoGitOrNoCommitNobodyKnows() throws Exception {
    assertThat(GitDiff.of(folder, List.of("no-such-program-as-this")))
        .isEqualTo(Commit.Tree.UNKNOWN);
    assumeTrue(git("init", "-q") == 0, "git is not installed");
    assertThat(GitDiff.of(folder)).isEqualTo(Commit.Tree.UNKNOWN);
  }

  private int git(String... words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
