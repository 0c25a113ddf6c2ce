package org.bindbench.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Values in files, of which a reader finds the whole or nothing. */
final class JsonFile {
  private JsonFile() {}

  /**
   * Reads the value.
   *
   * @throws IOException where the file cannot be read, or holds no such value
   */
  static <T> T read(Path file, Class<T> type) throws IOException {
    return Optional.ofNullable(Json.MAPPER.readValue(file.toFile(), type))
        .orElseThrow(() -> new IOException(file + " holds nothing but null"));
  }

  /**
   * Writes beside the file, forces that to the disk, and moves it there.
   *
   * @throws IOException where it cannot be written; nothing is left behind then
   */
  static void write(Path file, Object value) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(value));
        while (rest.hasRemaining()) channel.write(rest);
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
