package org.bindbench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
   * Writes one trial: temporary file, then atomic rename.
   *
   * @throws UncheckedIOException where it cannot be written
   */
  public synchronized void store(TrialRecord trial) {
    try {
      Files.createDirectories(folder);
      String name = String.format("%04d.json", ++stored);
      Path temporary = folder.resolve(name + ".part");
      Json.MAPPER.writeValue(temporary.toFile(), trial);
      Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store a trial in " + folder, e);
    }
  }

  /**
   * Reads every trial of a folder, in the order they ended.
   *
   * @throws UncheckedIOException where one cannot be read
   */
  public static List<TrialRecord> read(Path folder) {
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
      return Json.MAPPER.readValue(file.toFile(), TrialRecord.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the trial " + file, e);
    }
  }
}
