package org.bindbench.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bindbench.model.UsageException;
import org.bindbench.model.history.Commit;

/** The commit that was checked out when a run began, stored beside its {@link StoredRun}. */
public final class StoredCommit {
  private static final String NAME = "commit.json";
  private static final int CANNOT_WRITE = 78;

  private StoredCommit() {}

  /**
   * Writes it to the folder of the run, whole or not at all.
   *
   * @throws UsageException where nothing can be written there
   */
  public static void write(Path folder, Commit commit) {
    try {
      Files.createDirectories(folder);
      JsonFile.write(folder.resolve(NAME), commit);
    } catch (IOException e) {
      throw new UsageException(
          "The commit cannot be stored in %s: %s. Choose another place with --output-dir."
              .formatted(folder, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /**
   * The commit; empty where the run recorded none.
   *
   * @throws UsageException where it cannot be read
   */
  public static Optional<Commit> find(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      return Optional.of(JsonFile.read(file, Commit.class));
    } catch (IOException e) {
      throw new UsageException(
          "The commit in %s cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }
}
