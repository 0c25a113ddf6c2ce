package org.bindbench.machine.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkTreeTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
  private static final String OTHER = "f".repeat(40);

  @TempDir Path folder;

  @Test
  void theCommitOfABranchIsReadFromItsFile() throws Exception {
    write(".git/HEAD", "ref: refs/heads/feature/x\n");
    write(".git/refs/heads/feature/x", HASH + "\n");
    Path below = Files.createDirectories(folder.resolve("a/b"));
    assertThat(WorkTree.around(below).orElseThrow().folder()).isEqualTo(folder);
    assertThat(head(below)).isEqualTo(new WorkTree.Head(HASH, "feature/x"));
  }

  @Test
  void aPackedReferenceIsFoundAndAFileIsStronger() throws Exception {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(
        ".git/packed-refs",
        "# pack-refs with: peeled fully-peeled sorted \n"
            + OTHER
            + " refs/heads/other/refs/heads/main\n"
            + HASH
            + " refs/heads/main\n^"
            + OTHER
            + "\n");
    assertThat(head(folder)).isEqualTo(new WorkTree.Head(HASH, "main"));
    write(".git/refs/heads/main", OTHER);
    assertThat(head(folder).hash()).isEqualTo(OTHER);
  }

  @Test
  void aHeadWithoutABranchIsItsOwnHash() throws Exception {
    write(".git/HEAD", HASH);
    assertThat(head(folder)).isEqualTo(new WorkTree.Head(HASH, ""));
    write(".git/HEAD", "a".repeat(64) + "\n");
    assertThat(head(folder).hash()).hasSize(64);
  }

  @Test
  void aLinkedWorkTreeHasItsHeadApartAndItsBranchesInCommon() throws Exception {
    write("main/.git/refs/heads/fix", HASH);
    write("main/.git/worktrees/linked/HEAD", "ref: refs/heads/fix");
    write("main/.git/worktrees/linked/commondir", "../..\n");
    write("linked/.git", "gitdir: " + folder.resolve("main/.git/worktrees/linked") + "\n");
    assertThat(head(folder.resolve("linked"))).isEqualTo(new WorkTree.Head(HASH, "fix"));
  }

  @Test
  void aSubmoduleNamesItsFolderRelatively() throws Exception {
    write("super/.git/modules/sub/HEAD", HASH);
    write("super/sub/.git", "gitdir: ../.git/modules/sub");
    assertThat(head(folder.resolve("super/sub")).hash()).isEqualTo(HASH);
  }

  @Test
  void beforeTheFirstCommitThereIsNone() throws Exception {
    write(".git/HEAD", "ref: refs/heads/main");
    assertThat(WorkTree.around(folder).orElseThrow().head()).isEmpty();
  }

  @Test
  void filesThatSayNothingSensibleGiveNoCommit() throws Exception {
    write(".git/HEAD", "ref: ../../../etc/passwd");
    assertThat(WorkTree.around(folder).orElseThrow().head()).isEmpty();
    write(".git/HEAD", "\0\1\2");
    assertThat(WorkTree.around(folder).orElseThrow().head()).isEmpty();
    write(".git/HEAD", "x".repeat(10_000));
    assertThat(WorkTree.around(folder).orElseThrow().head()).isEmpty();
    write("file/.git", "no work tree");
    assertThat(WorkTree.around(folder.resolve("file"))).isEmpty();
  }

  private static WorkTree.Head head(Path place) {
    return WorkTree.around(place).flatMap(WorkTree::head).orElseThrow();
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
