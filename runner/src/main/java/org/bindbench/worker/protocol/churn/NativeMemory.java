package org.bindbench.worker.protocol.churn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM says of its native memory.
 *
 * @param committedBytes of everything, the heap included
 * @param categories the same by the JVM's names for its parts
 */
record NativeMemory(long committedBytes, Map<String, Long> categories) {
  private static final Pattern TOTAL =
      Pattern.compile("^Total: reserved=\\d+, committed=(\\d+)", Pattern.MULTILINE);
  private static final Pattern CATEGORY =
      Pattern.compile("^- +(\\S.*?) \\(reserved=\\d+, committed=(\\d+)\\)", Pattern.MULTILINE);

  NativeMemory {
    categories = new LinkedHashMap<>(categories);
  }

  /**
   * Reads the answer to {@code VM.native_memory summary scale=b}.
   *
   * @return empty where tracking is off, or the answer is another
   */
  static Optional<NativeMemory> parse(String answer) {
    Matcher total = TOTAL.matcher(answer);
    if (!total.find()) return Optional.empty();
    Map<String, Long> categories = new LinkedHashMap<>();
    Matcher category = CATEGORY.matcher(answer);
    while (category.find()) categories.put(category.group(1), Long.parseLong(category.group(2)));
    return Optional.of(new NativeMemory(Long.parseLong(total.group(1)), categories));
  }
}
