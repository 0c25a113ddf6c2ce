package org.bindbench.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.UsageException;

/**
 * Puts reports into a folder so that a reader sees the old file or the new one, never a piece of
 * one: every file is written beside its place, forced to the disk and then moved there.
 */
public final class ReportWriter {
  private static final int CANNOT_WRITE = 78;

  private final Path folder;

  /**
   * A writer into that folder, which is made on the first write.
   *
   * @param folder where the files go
   */
  public ReportWriter(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the run in every format. All are composed before the first file is touched, so a format
   * that fails leaves every old file as it was.
   *
   * @return the files, in the order of the formats
   * @throws UsageException where the folder cannot be made or written to
   */
  public List<Path> write(RunAnalysis analysis, List<ReportFormat> formats) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    formats.forEach(format -> contents.putAll(format.files(analysis)));
    return write(contents);
  }

  /**
   * Writes files of those names.
   *
   * @return the files, in the order of the map
   * @throws UsageException where the folder cannot be made or written to
   */
  public List<Path> write(Map<String, byte[]> contents) {
    prepare();
    List<Path> files = new ArrayList<>();
    contents.forEach((name, content) -> files.add(replace(folder.resolve(name), content)));
    return files;
  }

  /**
   * Finds out whether reports can go to the folder, without making it: a run should not learn it at
   * its end.
   *
   * @throws UsageException where they cannot
   */
  public void requireUsable() {
    for (Path place = folder.toAbsolutePath(); place != null; place = place.getParent()) {
      if (!Files.exists(place)) continue;
      if (!Files.isDirectory(place)) {
        throw new UsageException(
            "Reports should go to the folder "
                + folder
                + ", but "
                + (place.equals(folder.toAbsolutePath()) ? "that" : place)
                + " is a file. Move it away or choose another place with --output-dir.");
      }
      if (!Files.isWritable(place)) {
        throw new UsageException(
            "Reports should go to the folder "
                + folder
                + ", but nothing can be written to "
                + place
                + ". Choose another place with --output-dir.",
            CANNOT_WRITE);
      }
      return;
    }
  }

  private void prepare() {
    requireUsable();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          "The folder for reports, "
              + folder
              + ", cannot be made: "
              + cause(e)
              + ". Choose another place with --output-dir.",
          CANNOT_WRITE);
    }
  }

  private Path replace(Path file, byte[] content) {
    Path draft =
        file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      try {
        fill(draft, content);
        move(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UsageException(
          "The report "
              + file
              + " cannot be written: "
              + cause(e)
              + ". What stood there before is untouched; choose another place with --output-dir.",
          CANNOT_WRITE);
    }
    return file;
  }

  private static void fill(Path draft, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void move(Path draft, Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "there is a folder of that name");
    }
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String cause(IOException e) {
    if (e instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }
}
