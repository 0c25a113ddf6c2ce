package org.bindbench.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Language;

/**
 * The four numbers of a language, those of bound objects in the language's headline engine and
 * style, on the first of the JVM setups that a run compares.
 *
 * @param setup name of that setup; empty where there is but one
 * @param figures value by name: {@code object_creation_rate} (objects/s), {@code method_call_rate}
 *     (calls/s), {@code memory_efficiency} (retained bytes/object), {@code cleanup_efficiency} (%)
 * @param reasons why a number is missing, by the same names
 */
public record Headline(
    Language language,
    String engine,
    BindingStyle style,
    String setup,
    Map<String, Double> figures,
    Map<String, String> reasons) {
  public Headline {
    figures = Map.copyOf(figures);
    reasons = Map.copyOf(reasons);
  }

  /** The numbers of a run with one JVM setup. */
  public Headline(
      Language language,
      String engine,
      BindingStyle style,
      Map<String, Double> figures,
      Map<String, String> reasons) {
    this(language, engine, style, "", figures, reasons);
  }

  /** Where the numbers are from. */
  public Column column() {
    return new Column(engine, style, setup);
  }

  /** The engine and style that a language's headline numbers come from. */
  public static Column column(Language language) {
    return switch (language) {
      case PYTHON -> new Column("graalpy", BindingStyle.HOST);
      case LUA -> new Column("luaj", BindingStyle.HAND);
    };
  }

  /** The figure of that name, empty where there is none. */
  public Optional<Double> figure(String name) {
    return Optional.ofNullable(figures.get(name));
  }

  /**
   * What stands against a number, empty also where no row gives it.
   *
   * @param rows all rows of the run
   */
  public List<Caveat> doubts(List<CaseResult> rows, HeadlineNumber number) {
    return rows.stream()
        .filter(row -> row.engine().equals(engine) && row.style() == style)
        .filter(row -> row.id().name().equals(number.caseName(style)))
        .findFirst()
        .map(CaseResult::doubts)
        .orElse(List.of());
  }
}
