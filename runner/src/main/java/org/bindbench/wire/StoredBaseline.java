package org.bindbench.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.bindbench.model.UsageException;
import org.bindbench.model.baseline.Against;
import org.bindbench.model.baseline.Baseline;
import org.bindbench.model.baseline.Improvement;

/**
 * A baseline as a file: a schema version, the SHA-256 of its content as compact JSON, and the
 * content. A file that was cut short or changed is told apart from one that was merely indented
 * anew.
 */
public final class StoredBaseline {
  /** Version of this shape. */
  public static final int SCHEMA = 1;

  private static final String AGAINST = "baseline.json";
  private static final int CANNOT_WRITE = 78;

  private static final ObjectReader TREES =
      Json.MAPPER
          .reader()
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StoredBaseline() {}

  /** What a file turned out to be. */
  public sealed interface Content {}

  /** A baseline as it was written. */
  public record Intact(Baseline baseline) implements Content {}

  /** No baseline, or one that was cut short or changed; the reason says which. */
  public record Corrupt(String reason) implements Content {}

  /** A baseline that a later version of Bindbench wrote. */
  public record Newer(int schema) implements Content {}

  /**
   * Writes it, whole or not at all: beside the file first, forced to the disk, then moved.
   *
   * @throws UsageException where it cannot be written; what stood there before is untouched
   */
  public static void write(Path file, Baseline baseline) {
    try {
      if (file.getParent() != null) Files.createDirectories(file.getParent());
      JsonFile.write(file, sealed(Json.MAPPER.valueToTree(baseline)));
    } catch (IOException e) {
      throw new UsageException(
          "The baseline cannot be written to %s: %s. What stood there before is untouched."
              .formatted(file, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /**
   * Reads a file that exists.
   *
   * @throws UsageException where it cannot be read at all
   */
  public static Content read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UsageException("The baseline %s cannot be read: %s.".formatted(file, e));
    }
    return content(bytes);
  }

  /**
   * The baseline in a file.
   *
   * @throws UsageException where the file is corrupt or of a newer schema
   */
  public static Baseline require(Path file) {
    Content content = read(file);
    if (content instanceof Intact intact) return intact.baseline();
    throw new UsageException(flaw(file, content));
  }

  /** What is wrong with a file and what to do, in one sentence; empty for an intact one. */
  public static String flaw(Path file, Content content) {
    if (content instanceof Corrupt corrupt)
      return "The baseline %s is corrupt: %s. Nothing is compared with it; remove it and save a new one."
          .formatted(file, corrupt.reason());
    if (content instanceof Newer newer)
      return "The baseline %s has schema %d, and this version of Bindbench reads up to %d: use the version that wrote it, or save a new baseline."
          .formatted(file, newer.schema(), SCHEMA);
    return "";
  }

  /**
   * Keeps what a run was compared with in the run's folder.
   *
   * @throws UsageException where nothing can be written there
   */
  public static void writeAgainst(Path folder, Against against) {
    try {
      JsonFile.write(folder.resolve(AGAINST), sealed(Json.MAPPER.valueToTree(against)));
    } catch (IOException e) {
      throw new UsageException(
          "The baseline of the run cannot be stored in %s: %s. Choose another place with --output-dir."
              .formatted(folder, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /**
   * What the run in that folder was compared with, empty where it was compared with nothing.
   *
   * @throws UsageException where that cannot be read
   */
  public static Optional<Against> against(Path folder) {
    Path file = folder.resolve(AGAINST);
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      JsonNode content = tree(Files.readAllBytes(file)).path("baseline");
      return Optional.of(Json.MAPPER.treeToValue(content, Against.class));
    } catch (IOException e) {
      throw new UsageException(
          "The baseline of the run in %s cannot be read: %s. Remove that file to report the run without it."
              .formatted(file, e.getMessage()));
    }
  }

  /**
   * Notes an improvement in a file.
   *
   * @throws UsageException where it cannot be written
   */
  public static void writeImprovement(Path file, Improvement improvement) {
    try {
      JsonFile.write(file, improvement);
    } catch (IOException e) {
      throw new UsageException(
          "That the run was better cannot be noted in %s: %s.".formatted(file, e.getMessage()),
          CANNOT_WRITE);
    }
  }

  /** The improvement that was noted; empty where none was, or where the note is damaged. */
  public static Optional<Improvement> improvement(Path file) {
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      return Optional.of(JsonFile.read(file, Improvement.class));
    } catch (IOException e) {
      return Optional.empty(); // the improvement has to be seen twice again
    }
  }

  private static Content content(byte[] bytes) {
    try {
      JsonNode file = tree(bytes);
      JsonNode schema = file.path("schema");
      if (!file.isObject() || !schema.isInt()) return new Corrupt("it has no schema version");
      if (schema.asInt() > SCHEMA) return new Newer(schema.asInt());
      JsonNode content = file.path("baseline");
      if (!content.isObject()) return new Corrupt("it has no content");
      if (!digest(content).equals(file.path("sha256").asText()))
        return new Corrupt("its content does not have the checksum that it was written with");
      return new Intact(Json.MAPPER.treeToValue(content, Baseline.class));
    } catch (IOException | IllegalArgumentException e) {
      return new Corrupt("it is cut short, or no baseline at all");
    }
  }

  private static JsonNode tree(byte[] bytes) throws IOException {
    return TREES.readTree(bytes);
  }

  private static ObjectNode sealed(JsonNode content) throws JsonProcessingException {
    ObjectNode file = Json.MAPPER.createObjectNode();
    file.put("schema", SCHEMA);
    file.put("sha256", digest(content));
    file.set("baseline", content);
    return file;
  }

  private static String digest(JsonNode content) throws JsonProcessingException {
    byte[] text = Json.MAPPER.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
