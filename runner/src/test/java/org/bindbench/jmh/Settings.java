package org.bindbench.jmh;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bindbench.config.Times;

/**
 * What all forks of a folder must have in common to be compared.
 *
 * @param jar the build of ours
 * @param warmUp instead of the usual time
 * @param measured instead of the usual time
 */
record Settings(Path jar, Optional<Duration> warmUp, Optional<Duration> measured) {
  private static final List<String> ENGINES =
      List.of("graalpy", "graalpy-interpreter", "luaj", "luajc");

  static boolean knows(String engine) {
    return ENGINES.contains(engine);
  }

  /** How long a fork on that engine takes. */
  Schedule schedule(String engine) {
    return Schedule.of(engine, warmUp, measured);
  }

  /** The build by its digest, and the times of every engine. */
  ObjectNode json() throws IOException {
    ObjectNode node = ForkFiles.MAPPER.createObjectNode();
    node.put("runner_jar_sha256", sha256(jar));
    for (String engine : ENGINES) {
      ObjectNode times = node.putObject(engine);
      times.put("warm_up", Times.text(schedule(engine).warmUp()));
      times.put("measured", Times.text(schedule(engine).measured()));
    }
    return node;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
        digest.update(buffer, 0, read);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
