package org.bindbench.model.history;

import java.util.regex.Pattern;

/**
 * The commit that was checked out in a folder.
 *
 * @param hash in full, in hexadecimal digits
 * @param branch its name without {@code refs/heads/}; empty where none is checked out
 * @param tree whether the files are those of the commit
 */
public record Commit(String hash, String branch, Tree tree) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final int SHORT = 9;

  /** What is known of the files beside the commit. */
  public enum Tree {
    /** Tracked files are as committed. */
    CLEAN,
    /** A tracked file was changed, added or removed and not committed. */
    DIRTY,
    /** Nobody could tell: there was no git to ask. */
    UNKNOWN
  }

  public Commit {
    if (!HASH.matcher(hash).matches())
      throw new IllegalArgumentException("no hash of a commit: " + hash);
  }

  /** {@code 1a2b3c4d5}, with {@code +changes} where the files were not those of the commit. */
  public String title() {
    return hash.substring(0, SHORT) + (tree == Tree.DIRTY ? "+changes" : "");
  }
}
