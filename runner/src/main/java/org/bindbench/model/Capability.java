package org.bindbench.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a probe found out about one facility of an engine.
 *
 * @param saw what it went by, in a few words
 */
public record Capability(Verdict verdict, String saw) {
  /** Whether scripts can use the facility. */
  public enum Verdict {
    /** It does what the language's documentation says. */
    SUPPORTED,
    /** It is there and gives the wrong result. */
    BROKEN,
    /** It is missing, or asked for and ignored. */
    UNSUPPORTED;

    /** The word people read in reports. */
    public String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Capability {
    if (saw.isBlank()) throw new IllegalArgumentException("a verdict needs what it was based on");
  }

  /**
   * Reads what a script's probe returned: {@code VERDICT: what it saw}.
   *
   * @throws IllegalArgumentException naming the text where it is anything else
   */
  public static Capability parse(String text) {
    for (Verdict verdict : Verdict.values()) {
      String lead = verdict.name() + ": ";
      if (text.startsWith(lead) && !text.substring(lead.length()).isBlank())
        return new Capability(verdict, text.substring(lead.length()).strip());
    }
    throw new IllegalArgumentException(
        "a probe must return "
            + Arrays.stream(Verdict.values())
                .map(verdict -> "\"" + verdict.name() + ": what it saw\"")
                .collect(Collectors.joining(" or "))
            + ", but returned \""
            + text
            + "\"");
  }
}
