package org.bindbench.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Times as people write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}; a bare number is
 * seconds.
 */
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|)");

  @Override
  public Duration convert(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches())
      throw new TypeConversionException("'" + text + "' is no time; write 500ms, 10s, 2m or 1h");
    double seconds =
        Double.parseDouble(time.group(1))
            * switch (time.group(2)) {
              case "ms" -> 0.001;
              case "m" -> 60;
              case "h" -> 3600;
              default -> 1;
            };
    if (seconds <= 0) throw new TypeConversionException("'" + text + "' must be above zero");
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** "3 min 20 s", as people read it. */
  static String text(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 60) return seconds + " s";
    return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }
}
