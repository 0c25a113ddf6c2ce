package org.bindbench.analysis.leak.path;

import java.util.Map;

/** What the JVM calls a root, in plain words. */
final class RootWords {
  private static final Map<String, String> WORDS =
      Map.of(
          "Threads: Stack Variable", "a running function",
          "Threads: Local JNI Handle", "a running function",
          "Threads: Other", "a thread",
          "Class Loader Data: Other", "a loaded class",
          "ClassLoader: Other", "a loaded class",
          "Global JNI Handles: Global JNI Handle", "native code");

  private RootWords() {}

  /** The words; the JVM's own where there are no plainer ones; empty for an empty text. */
  static String of(String root) {
    return WORDS.getOrDefault(root, root);
  }
}
