package org.bindbench.model.limits;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the contexts that a try opens. The try names it before it opens it, which is all that is
 * left where the process dies of it.
 *
 * @param number from 1
 * @param wanted how many are to be open at once
 */
public record Opening(int number, int wanted) {
  private static final Pattern TEXT = Pattern.compile("opening context (\\d+) of (\\d+)");

  /** What a try does, in a few words. */
  public String text() {
    return "opening context %d of %d".formatted(number, wanted);
  }

  /** What those words say; empty where they are others. */
  public static Optional<Opening> of(String doing) {
    Matcher text = TEXT.matcher(doing);
    return text.matches()
        ? Optional.of(new Opening(Integer.parseInt(text.group(1)), Integer.parseInt(text.group(2))))
        : Optional.empty();
  }
}
