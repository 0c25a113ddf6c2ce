package org.bindbench.cli.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindbench.config.Settings;
import org.bindbench.wire.StoredRun;

/** Where a run keeps its trials, logs and reports. */
public final class RunFolder {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private RunFolder() {}

  /** {@code runs/<UTC time>-<what>-<level>} below the folder for results. */
  public static Path of(Settings settings, String what, Instant startedAt) {
    String id = STAMP.format(startedAt) + "-" + what + "-" + settings.level().id();
    return all(settings).resolve(id);
  }

  /** The folder of all runs. */
  public static Path all(Settings settings) {
    return settings.outputFolder().toAbsolutePath().resolve("runs");
  }

  /**
   * The folder that is named: there, or below the folder of all runs, one that holds a run before
   * one that does not; empty where there is none.
   */
  public static Optional<Path> find(Path named, Settings settings) {
    List<Path> folders =
        Stream.of(named, all(settings).resolve(named)).filter(Files::isDirectory).toList();
    return folders.stream()
        .filter(StoredRun::isIn)
        .findFirst()
        .or(() -> folders.stream().findFirst());
  }
}
