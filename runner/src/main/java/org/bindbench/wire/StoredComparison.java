package org.bindbench.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bindbench.model.UsageException;
import org.bindbench.model.comparison.ComparisonPlan;

/** What a run compares with what, stored beside its {@link StoredRun} before its first trial. */
public final class StoredComparison {
  private static final String NAME = "sides.json";
  private static final int CANNOT_WRITE = 78;

  private StoredComparison() {}

  /**
   * Writes it to the folder of the run, whole or not at all.
   *
   * @throws UsageException where nothing can be written there
   */
  public static void write(Path folder, ComparisonPlan plan) {
    try {
      Files.createDirectories(folder);
      JsonFile.write(folder.resolve(NAME), plan);
    } catch (IOException e) {
      throw new UsageException(
          "The comparison cannot be stored in %s: %s. Choose another place with --output-dir."
              .formatted(folder, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /**
   * What the run in that folder compares; empty where it is a plain run.
   *
   * @throws UsageException where it cannot be read
   */
  public static Optional<ComparisonPlan> find(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      return Optional.of(JsonFile.read(file, ComparisonPlan.class));
    } catch (IOException e) {
      throw new UsageException(
          "The comparison in %s cannot be read: %s. It is damaged, or of another version of Bindbench."
              .formatted(folder, e.getMessage()));
    }
  }
}
