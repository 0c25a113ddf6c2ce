package org.bindbench.analysis.review;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Headline;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.Language;
import org.bindbench.model.Metrics;

/** The four numbers of each language that has rows. */
final class Headlines {
  private Headlines() {}

  static List<Headline> of(List<CaseResult> rows, Languages languages) {
    return Arrays.stream(Language.values())
        .map(language -> rows.stream().filter(row -> languages.is(row, language)).toList())
        .filter(ofLanguage -> !ofLanguage.isEmpty())
        .map(ofLanguage -> headline(languages.of(ofLanguage.get(0)).orElseThrow(), ofLanguage))
        .toList();
  }

  private static Headline headline(Language language, List<CaseResult> rows) {
    String engine = language == Language.PYTHON ? "graalpy" : "luaj";
    BindingStyle style = language == Language.PYTHON ? BindingStyle.HOST : BindingStyle.HAND;
    Map<String, Double> figures = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (Number number : Number.values()) {
      List<CaseResult> ofCase =
          rows.stream().filter(row -> row.id().name().equals(number.caseName)).toList();
      Optional<CaseResult> row =
          ofCase.stream()
              .filter(each -> each.engine().equals(engine) && each.style() == style)
              .findFirst();
      row.flatMap(number::figure).ifPresent(figure -> figures.put(number.id, figure));
      if (!figures.containsKey(number.id)) {
        String notThere =
            number.caseName
                + (ofCase.isEmpty()
                    ? " was not part of the run"
                    : " did not run on " + engine + ", " + style.title());
        reasons.put(number.id, row.map(number::missing).orElse(notThere));
      }
    }
    return new Headline(language, engine, style, figures, reasons);
  }

  /** A number by its name in files, and where it comes from. */
  private enum Number {
    OBJECT_CREATION_RATE("object_creation_rate", "bound_object_creation", Metrics.RATE),
    METHOD_CALL_RATE("method_call_rate", "bound_method_call", Metrics.RATE),
    MEMORY_EFFICIENCY("memory_efficiency", "memory_per_bound_object", Metrics.RETAINED_BYTES.id()),
    CLEANUP_EFFICIENCY(
        "cleanup_efficiency", "memory_per_bound_object", Metrics.CLEANUP_EFFICIENCY.id());

    private final String id;
    private final String caseName;
    private final String metric;

    Number(String id, String caseName, String metric) {
      this.id = id;
      this.caseName = caseName;
      this.metric = metric;
    }

    Optional<Double> figure(CaseResult row) {
      if (row.hasFlag(CaseResult.INLINED)) return Optional.empty();
      return row.summary(metric).map(summary -> summary.value());
    }

    String missing(CaseResult row) {
      return row.hasFlag(CaseResult.INLINED)
          ? "inlined: an operation takes less than 1 ns, so its rate is no headline"
          : Missing.reason(row, metric);
    }
  }
}
