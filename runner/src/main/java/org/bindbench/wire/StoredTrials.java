package org.bindbench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bindbench.model.TrialRecord;

/** The trials of a run, each stored in a file of its own the moment it ended. */
public final class StoredTrials {
  private final Path folder;
  private int stored;

  /** Stores into the folder, which is made on the first trial. */
  public StoredTrials(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes one trial, whole or not at all.
   *
   * @throws UncheckedIOException where it cannot be written
   */
  public synchronized void store(TrialRecord trial) {
    try {
      Files.createDirectories(folder);
      JsonFile.write(folder.resolve(String.format("%04d.json", ++stored)), trial);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "a trial cannot be stored in " + folder + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads every trial of a folder, in the order they ended.
   *
   * @throws UncheckedIOException where one cannot be read
   */
  public static List<TrialRecord> read(Path folder) {
    if (!Files.exists(folder)) return List.of(); // no trial had ended
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(StoredTrials::readOne)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the trials in " + folder, e);
    }
  }

  private static TrialRecord readOne(Path file) {
    try {
      return JsonFile.read(file, TrialRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the trial " + file, e);
    }
  }
}
