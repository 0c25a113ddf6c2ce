package org.bindbench.guest;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An interpreter of this machine that is none of ours, and what it says to our scripts. */
enum StockInterpreter {
  PYTHON3("python3", "python", "py"),
  LUA51("lua5.1", "lua", "lua"),
  LUA54("lua5.4", "lua", "lua"),
  LUAJIT("luajit", "lua", "lua");

  /** What a script left behind. */
  record Ended(int exitCode, String out, String err) {}

  private static final Map<StockInterpreter, Map<String, JsonNode>> ROWS =
      new ConcurrentHashMap<>();

  private final String command;
  private final String language;
  private final String extension;

  StockInterpreter(String command, String language, String extension) {
    this.command = command;
    this.language = language;
    this.extension = extension;
  }

  static Stream<StockInterpreter> installed() {
    return Stream.of(values()).filter(StockInterpreter::isInstalled);
  }

  /** Skips the calling test where the interpreter is missing. */
  void assumeInstalled() {
    assumeTrue(isInstalled(), command + " is not installed");
  }

  boolean isPython() {
    return language.equals("python");
  }

  /** The suite, the library or the like of this interpreter's language. */
  Path file(String name) {
    return Path.of(language, name + "." + extension).toAbsolutePath();
  }

  /** The same name among the test resources. */
  Path plain(String name) {
    return Path.of("runner/src/test/resources/plain", name + "." + extension).toAbsolutePath();
  }

  /** A new suite in a folder, with the lines that let it find the guest library before it. */
  Path suite(Path folder, String source) throws IOException {
    String library = file("bindbench").getParent().toString();
    String first =
        isPython()
            ? "import sys; sys.path.insert(0, '" + library + "'); from bindbench import *\n"
            : "package.path = '" + library + "/?.lua'; local bench = require 'bindbench'\n";
    return Files.writeString(folder.resolve("planted." + extension), first + source);
  }

  /** The rows of {@code memory_management} by case, measured once. */
  Map<String, JsonNode> rows() {
    return ROWS.computeIfAbsent(
        this,
        each -> {
          Ended ended =
              each.run(Path.of("/"), each.file("memory_management"), "--rows", "--seconds", "0.1");
          assertThat(ended.exitCode()).as(ended.err()).isZero();
          return rowsOf(ended);
        });
  }

  static Map<String, JsonNode> rowsOf(Ended ended) {
    Map<String, JsonNode> rows = new LinkedHashMap<>();
    for (String line : ended.out().lines().toList()) {
      try {
        JsonNode row = new ObjectMapper().readTree(line);
        rows.put(row.path("case").asText(), row);
      } catch (IOException e) {
        throw new UncheckedIOException("not a row: " + line, e);
      }
    }
    return rows;
  }

  Ended run(Path script, String... words) {
    return run(Path.of("").toAbsolutePath(), script, words);
  }

  private Ended run(Path folder, Path script, String... words) {
    List<String> line = new ArrayList<>(List.of(command, script.toString()));
    line.addAll(List.of(words));
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
      builder.environment().put("PYTHONUTF8", "1");
      Process process = builder.start();
      if (!process.waitFor(120, SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(line + " did not end");
      }
      Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(line + " was interrupted", e);
    }
  }

  private boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
