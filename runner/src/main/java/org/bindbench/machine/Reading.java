package org.bindbench.machine;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question to the system that may have no answer here: a missing file, a native library that
 * does not load, a figure of 0 that means "unknown".
 */
final class Reading {
  private Reading() {}

  /** A text; absent where it is blank or cannot be read. */
  static Optional<String> text(Supplier<@Nullable String> question) {
    try {
      return Optional.ofNullable(question.get()).map(String::strip).filter(text -> !text.isEmpty());
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** A figure that cannot be 0; −1 where it is, or cannot be read. */
  static double positive(DoubleSupplier question) {
    double value = atLeastZero(question);
    return value == 0 ? -1 : value;
  }

  /** A figure; −1 where it is negative or cannot be read. */
  static double atLeastZero(DoubleSupplier question) {
    try {
      double value = question.getAsDouble();
      return value >= 0 && value < Double.POSITIVE_INFINITY ? value : -1;
    } catch (RuntimeException | LinkageError e) {
      return -1;
    }
  }
}
