package org.bindbench.worker.heap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Linux says of a process in {@code /proc/self/status} (proc(5)); nothing on other systems.
 */
record ProcessStatus(String text) {
  private static final Path FILE = Path.of("/proc/self/status");

  /** This process now. */
  static ProcessStatus read() {
    try {
      return new ProcessStatus(new String(Files.readAllBytes(FILE), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return new ProcessStatus(""); // another system: every line is empty, and so said
    }
  }

  /** The line of that name, {@code VmRSS: 1234 kB}, in bytes; empty where there is none. */
  OptionalLong bytes(String name) {
    Matcher line = Pattern.compile("(?m)^" + name + ":\\s+(\\d+) kB$").matcher(text);
    return line.find()
        ? OptionalLong.of(1024 * Long.parseLong(line.group(1)))
        : OptionalLong.empty();
  }
}
