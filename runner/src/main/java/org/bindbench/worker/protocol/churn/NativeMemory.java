package org.bindbench.worker.protocol.churn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM says of its native memory. The compilers take up to some 50 MB while they compile
 * and give it back, and tracking needs memory itself: neither says anything of guests, and so both
 * are kept apart.
 *
 * @param committedBytes of everything, the heap included
 * @param categories the same by the JVM's names for its parts
 */
record NativeMemory(long committedBytes, Map<String, Long> categories) {
  private static final Pattern TOTAL =
      Pattern.compile("^Total: reserved=\\d+, committed=(\\d+)", Pattern.MULTILINE);
  private static final Pattern CATEGORY =
      Pattern.compile("^- +(\\S.*?) \\(reserved=\\d+, committed=(\\d+)\\)", Pattern.MULTILINE);

  /** What compilers work in, the chunks that they keep for the next time, and the tracking. */
  private static final Set<String> APART =
      Set.of("Compiler", "Arena Chunk", "Native Memory Tracking");

  NativeMemory {
    categories = new LinkedHashMap<>(categories);
  }

  /** Committed bytes of everything but what is kept apart. */
  long settledBytes() {
    return committedBytes
        - APART.stream().mapToLong(name -> categories.getOrDefault(name, 0L)).sum();
  }

  /** The parts that {@link #settledBytes} counts. */
  Map<String, Long> settledCategories() {
    Map<String, Long> settled = new LinkedHashMap<>(categories);
    settled.keySet().removeAll(APART);
    return settled;
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
