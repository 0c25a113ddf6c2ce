package org.bindbench.jmh;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bindbench.model.UsageException;

/**
 * A folder with a file for every fork that ended, so that a comparison can be continued.
 *
 * @param folder which is made where it does not exist
 */
record ForkFiles(Path folder) {
  static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Opens the folder.
   *
   * @param settings what all forks in it have in common
   * @throws UsageException where the folder's forks were measured with other settings
   */
  static ForkFiles open(Path folder, ObjectNode settings) throws IOException {
    for (Side side : Side.values()) Files.createDirectories(folder.resolve(side.folder()));
    Path file = folder.resolve("settings.json");
    if (!Files.exists(file)) {
      MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), settings);
    } else if (!MAPPER.readTree(file.toFile()).equals(settings)) {
      throw new UsageException(
          "The forks in %s were measured with other settings, or with another build, than asked for now: %s lists them. Choose another --out."
              .formatted(folder, file));
    }
    return new ForkFiles(folder);
  }

  /** Where the turn's result is or will be. */
  Path file(Turn turn) {
    Subject subject = turn.subject();
    String name =
        "%s-%s.%s-%d.json"
            .formatted(subject.engine(), subject.suite(), subject.name(), turn.fork());
    return folder.resolve(turn.side().folder()).resolve(name);
  }

  boolean has(Turn turn) {
    return Files.exists(file(turn));
  }

  /** Keeps a turn's result, whole or not at all. */
  void write(Turn turn, JsonNode result) throws IOException {
    Path part = part(turn);
    MAPPER.writeValue(part.toFile(), result);
    Files.move(part, file(turn), ATOMIC_MOVE);
  }

  /** Where a turn's result is until it is whole. */
  Path part(Turn turn) {
    return file(turn).resolveSibling(file(turn).getFileName() + ".part");
  }

  JsonNode read(Turn turn) throws IOException {
    return MAPPER.readTree(file(turn).toFile());
  }

  /** Where what a turn's process prints goes. */
  Path log(Turn turn) {
    return file(turn).resolveSibling(file(turn).getFileName() + ".log");
  }
}
