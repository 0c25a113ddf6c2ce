package org.bindbench.wire;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.bindbench.model.UsageException;

/**
 * Digests of the script files of a run, by file, so that a later reader knows what was measured.
 */
public final class SuiteDigests {
  private static final String NAME = "suites.json";
  private static final int CANNOT_WRITE = 78;

  private SuiteDigests() {}

  /**
   * Writes the SHA-256 of each file to the folder of the run.
   *
   * @throws UsageException where a file cannot be read or the folder not be written
   */
  public static void write(Path folder, Collection<Path> suites) {
    try {
      Map<String, String> digests = new TreeMap<>();
      for (Path suite : suites) digests.put(suite.toString(), digest(suite));
      Files.createDirectories(folder);
      JsonFile.write(folder.resolve(NAME), digests);
    } catch (IOException e) {
      throw new UsageException(
          "The digests of the suites cannot be stored in %s: %s. Choose another place with --output-dir."
              .formatted(folder, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /**
   * The digests by file; empty where the run recorded none.
   *
   * @throws UsageException where they cannot be read
   */
  public static Map<String, String> read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) return Map.of();
    try {
      return Json.MAPPER.readValue(file.toFile(), new TypeReference<Map<String, String>>() {});
    } catch (IOException e) {
      throw new UsageException(
          "The digests of the suites in %s cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  private static String digest(Path file) throws IOException {
    try {
      byte[] content = Files.readAllBytes(file);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
