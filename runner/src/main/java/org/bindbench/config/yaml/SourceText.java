package org.bindbench.config.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bindbench.model.UsageException;

/** The text of a file, once its size and its characters are found to be harmless. */
final class SourceText {
  /** Larger than any settings can be. */
  static final int LARGEST_BYTES = 1 << 20;

  private SourceText() {}

  /**
   * The text without a byte order mark; empty where it has a fault.
   *
   * @throws UsageException where the file cannot be read
   */
  static Optional<String> read(Path file, Faults faults) {
    String source = file.toString();
    byte[] bytes = bytes(file);
    if (bytes.length > LARGEST_BYTES) {
      faults.add(
          new Origin(source, 1, 1),
          "the file is larger than 1 MiB",
          "a file of settings",
          "name another file");
      return Optional.empty();
    }
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
    String text = decoded.flip().toString();
    if (result.isError()) {
      faults.add(
          end(source, text), "this byte is no UTF-8", "text in UTF-8", "save the file as UTF-8");
      return Optional.empty();
    }
    int control = firstControl(text);
    if (control >= 0) {
      faults.add(
          end(source, text.substring(0, control)),
          "a control character, U+%04X".formatted((int) text.charAt(control)),
          "visible text",
          "remove it");
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  private static byte[] bytes(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file))
      throw new UsageException(
          "There is no readable file " + file + "; give the path of a file of settings.");
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST_BYTES + 1);
    } catch (IOException e) {
      throw new UsageException("The file " + file + " cannot be read: " + e);
    }
  }

  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++)
      if (Character.isISOControl(text.charAt(i)) && "\t\n\r".indexOf(text.charAt(i)) < 0) return i;
    return -1;
  }

  private static Origin end(String source, String before) {
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return new Origin(source, (int) line, before.length() - before.lastIndexOf('\n'));
  }
}
