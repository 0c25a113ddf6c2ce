package org.bindbench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.bindbench.model.UsageException;

/**
 * Lets one run at a time write to a folder. The system holds the lock and lets go of it when the
 * process ends, however it ends: a file that is left behind locks nobody out.
 */
public final class RunLock {
  /** Another run writes there; trying again later may succeed. */
  public static final int BUSY = 75;

  private static final int CANNOT_WRITE = 78;
  private static final String NAME = ".lock";
  private static final int LONGEST_PID = 20;

  private RunLock() {}

  /**
   * Does the work while no other run can do its own in that folder, which is made where it is
   * missing.
   *
   * @throws UsageException where another run holds the folder, with exit code {@value #BUSY}, or
   *     where nothing can be written there
   */
  public static <T> T whileHeld(Path folder, Callable<T> work) throws Exception {
    try (FileChannel channel = open(folder)) {
      if (!isFree(channel))
        throw new UsageException(
            "Another run writes to %s%s. Wait for its end, or choose another folder with --output-dir."
                .formatted(folder, holder(channel)),
            BUSY);
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return work.call();
    }
  }

  private static FileChannel open(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve(NAME),
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UsageException(
          "Results cannot be written to %s: %s. Choose another place with --output-dir."
              .formatted(folder, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // a run of this very process holds it
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(LONGEST_PID);
    int length = channel.read(pid, 0);
    return length <= 0
        ? ""
        : " (process " + new String(pid.array(), 0, length, StandardCharsets.US_ASCII) + ")";
  }
}
