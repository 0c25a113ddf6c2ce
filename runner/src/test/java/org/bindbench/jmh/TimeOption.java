package org.bindbench.jmh;

import java.time.Duration;
import org.bindbench.config.Times;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times on the command line, as {@link Times} reads them. */
final class TimeOption implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Times.parse(text)
        .filter(time -> !time.isZero())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is no time above zero; write 500ms, 10s, 2m or 1h"));
  }
}
