package org.bindbench.cli;

import java.time.Duration;
import org.bindbench.config.Times;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line, as {@link Times} reads them. */
public final class Durations implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    Duration time =
        Times.parse(text)
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'" + text + "' is no time; write 500ms, 10s, 2m or 1h"));
    if (time.isZero()) throw new TypeConversionException("'" + text + "' must be above zero");
    return time;
  }

  /** "3 min 20 s", as people read it. */
  public static String text(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    if (seconds < 60) return seconds + " s";
    return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
  }
}
