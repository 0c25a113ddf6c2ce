package org.bindbench.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}; a bare number is
 * seconds.
 */
public final class Times {
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|)");

  private Times() {}

  /** The time, empty where the text is none. */
  public static Optional<Duration> parse(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) return Optional.empty();
    double seconds =
        Double.parseDouble(time.group(1))
            * switch (time.group(2)) {
              case "ms" -> 0.001;
              case "m" -> 60;
              case "h" -> 3600;
              default -> 1;
            };
    return Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)));
  }

  /** The text that {@link #parse} reads as that time, to the nanosecond. */
  public static String text(Duration time) {
    if (time.toNanosPart() % 1_000_000 != 0) return time.toNanos() / 1e6 + "ms";
    return time.toMillisPart() == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }
}
