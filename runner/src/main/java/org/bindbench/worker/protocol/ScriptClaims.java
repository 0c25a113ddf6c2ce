package org.bindbench.worker.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;

/**
 * What a plain script prints of itself, as measures marked "reported": {@code Rate: N
 * objects/second}, {@code Memory per object: N bytes|KB}, {@code Cleanup efficiency: N%}, and lines
 * with ✅ ⚠️ ❌ as 1, 0.5 and 0.
 */
final class ScriptClaims {
  private static final String NUMBER =
      "([+-]?(?:nan|inf(?:inity)?|[0-9][0-9,]*(?:\\.[0-9]+)?(?:e[+-]?[0-9]+)?))";
  private static final int LONGEST_VERDICT = 80;

  private record Claim(
      Pattern pattern, String id, String unit, double factor, Direction direction) {}

  private static final List<Claim> CLAIMS =
      List.of(
          claim(
              "Rate:\\s*" + NUMBER + "\\s*objects/s",
              "creation_rate",
              "objects/s",
              1,
              Direction.HIGHER_IS_BETTER),
          claim(
              "Rate:\\s*" + NUMBER + "\\s*calls/s",
              "call_rate",
              "calls/s",
              1,
              Direction.HIGHER_IS_BETTER),
          claim(
              "Memory per object:\\s*" + NUMBER + "\\s*bytes",
              "memory_per_object",
              "bytes/object",
              1,
              Direction.LOWER_IS_BETTER),
          claim(
              "Memory per object:\\s*" + NUMBER + "\\s*KB",
              "memory_per_object",
              "bytes/object",
              1024,
              Direction.LOWER_IS_BETTER),
          claim(
              "Cleanup efficiency:\\s*" + NUMBER + "\\s*%",
              "cleanup_efficiency",
              "%",
              1,
              Direction.HIGHER_IS_BETTER));

  private static final Pattern VERDICT = Pattern.compile("^\\s*(✅|⚠️|⚠|❌)\\s*(.+)$");

  private ScriptClaims() {}

  private static Claim claim(
      String pattern, String id, String unit, double factor, Direction direction) {
    return new Claim(
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), id, unit, factor, direction);
  }

  /** The claims in the order they were printed; the second of a kind is called {@code …_2}. */
  static List<Measure> read(String output) {
    List<Measure> measures = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    output
        .lines()
        .forEach(
            line -> {
              for (Claim claim : CLAIMS) {
                Matcher found = claim.pattern().matcher(line);
                if (found.find())
                  measures.add(
                      measure(
                          numbered(claim.id(), seen),
                          claim.unit(),
                          claim.direction(),
                          claim.factor() * number(found.group(1))));
              }
              Matcher verdict = VERDICT.matcher(line);
              if (verdict.matches())
                measures.add(
                    measure(
                        numbered(withoutFigures(verdict.group(2)), seen),
                        "verdict",
                        Direction.HIGHER_IS_BETTER,
                        grade(verdict.group(1))));
            });
    return measures;
  }

  /** Python and Lua print {@code nan}, {@code -nan}, {@code inf} and {@code infinity}. */
  private static double number(String text) {
    String plain = text.replace(",", "").toLowerCase(Locale.ROOT);
    if (plain.endsWith("nan")) return Double.NaN;
    if (plain.contains("inf"))
      return plain.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    return Double.parseDouble(plain);
  }

  private static Measure measure(String id, String unit, Direction direction, double value) {
    return new Measure(Metrics.reported(id, unit, direction), value);
  }

  private static String numbered(String id, Map<String, Integer> seen) {
    int count = seen.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "_" + count;
  }

  /** Forks print other figures in the same sentence: it must be the same row. */
  private static String withoutFigures(String text) {
    String plain = text.strip().replaceAll("[0-9][0-9.,]*", "N");
    return plain.length() <= LONGEST_VERDICT ? plain : plain.substring(0, LONGEST_VERDICT);
  }

  private static double grade(String symbol) {
    return switch (symbol) {
      case "✅" -> 1;
      case "❌" -> 0;
      default -> 0.5;
    };
  }
}
