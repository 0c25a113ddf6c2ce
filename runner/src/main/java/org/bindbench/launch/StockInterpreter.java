package org.bindbench.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Language;
import org.bindbench.model.UsageException;

/**
 * A language's own interpreter, outside the JVM, as something to compare with: it runs the same
 * case files directly.
 *
 * @param command the command on the PATH, which is also its id
 * @param version what it says of itself
 */
public record StockInterpreter(String command, Language language, String version) {
  private static final Map<String, Language> KNOWN =
      Map.of(
          "python3", Language.PYTHON,
          "lua5.1", Language.LUA,
          "lua5.4", Language.LUA,
          "luajit", Language.LUA);

  private static final long VERSION_SECONDS = 10;

  /** The names of those known here, whether or not they are installed. */
  public static Set<String> ids() {
    return new TreeSet<>(KNOWN.keySet());
  }

  /**
   * The interpreter of that name.
   *
   * @return empty where the name is none of the interpreters known here
   * @throws UsageException with exit code 78 where it is known, but does not run
   */
  public static Optional<StockInterpreter> find(String name) throws InterruptedException {
    Language language = KNOWN.get(name);
    if (language == null) return Optional.empty();
    String question = language == Language.PYTHON ? "--version" : "-v";
    try {
      Process process = new ProcessBuilder(name, question).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0)
        throw new UsageException("`" + name + " " + question + "` failed: " + answer, 78);
      return Optional.of(
          new StockInterpreter(name, language, answer.replaceAll("(?s)\\s+(Copyright|--).*", "")));
    } catch (IOException e) {
      throw new UsageException(
          "The interpreter "
              + name
              + " is not on the PATH; install it (scripts/interpreters does on Debian) or leave it out.",
          78);
    }
  }

  /** How it stands beside the embedded engines. */
  public EngineProfile profile() {
    return new EngineProfile(command, language, version, EngineProfile.STOCK);
  }
}
