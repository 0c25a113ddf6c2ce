package org.bindbench.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bindbench.analysis.selfcheck.CheckedRun;
import org.bindbench.model.UsageException;

/**
 * The data of a self-check: a file for each run, with the fork values behind every finding, so that
 * it can go on later and be judged by others.
 */
public final class CheckedRunJson {
  private static final String EXTENSION = ".json";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private CheckedRunJson() {}

  /** Name of the run's file: what was planted, and the seed. */
  public static String fileName(CheckedRun run) {
    return "planted-%03d-seed-%d%s"
        .formatted(Math.round(100 * run.planted()), run.seed(), EXTENSION);
  }

  /** The bytes of its file. */
  public static byte[] write(CheckedRun run) {
    try {
      return (MAPPER.writeValueAsString(run) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a run of plain values could not be written", e);
    }
  }

  /**
   * Every run in a folder, in the order of the files' names; none where there is no such folder.
   *
   * @throws UsageException where a file is no such run
   */
  public static List<CheckedRun> read(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(EXTENSION))
          .sorted()
          .map(CheckedRunJson::readOne)
          .toList();
    } catch (IOException e) {
      throw new UsageException("The folder " + folder + " cannot be read: " + e.getMessage());
    }
  }

  private static CheckedRun readOne(Path file) {
    try {
      return MAPPER.readValue(file.toFile(), CheckedRun.class);
    } catch (IOException e) {
      throw new UsageException(
          "The file %s is no run of a self-check: %s. Move it out of the folder to go on without it."
              .formatted(file, e.getMessage()));
    }
  }
}
