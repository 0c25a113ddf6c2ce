package org.bindbench.analysis.review;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.HeadlineNumber;
import org.bindbench.model.Language;

/** The four numbers of each language that has rows, on the first JVM setup of the run. */
final class Headlines {
  private Headlines() {}

  static List<Headline> of(List<CaseResult> rows, Languages languages, List<String> setups) {
    String setup = setups.isEmpty() ? "" : setups.get(0);
    return Arrays.stream(Language.values())
        .map(language -> rows.stream().filter(row -> languages.is(row, language)).toList())
        .filter(ofLanguage -> !ofLanguage.isEmpty())
        .map(
            ofLanguage ->
                headline(languages.of(ofLanguage.get(0)).orElseThrow(), setup, ofLanguage))
        .toList();
  }

  private static Headline headline(Language language, String setup, List<CaseResult> rows) {
    Column known = Headline.column(language);
    Column column = new Column(known.engine(), known.style(), setup);
    Map<String, Double> figures = new LinkedHashMap<>();
    Map<String, String> reasons = new LinkedHashMap<>();
    for (HeadlineNumber number : HeadlineNumber.values()) {
      String caseName = number.caseName(column.style());
      List<CaseResult> ofCase =
          rows.stream().filter(row -> row.id().name().equals(caseName)).toList();
      Optional<CaseResult> row =
          ofCase.stream().filter(each -> each.column().equals(column)).findFirst();
      row.flatMap(number::figure).ifPresent(figure -> figures.put(number.id(), figure));
      if (!figures.containsKey(number.id())) {
        String notThere =
            caseName
                + (ofCase.isEmpty()
                    ? " was not part of the run"
                    : " did not run on " + column.title());
        reasons.put(number.id(), row.map(number::missing).orElse(notThere));
      }
    }
    return new Headline(language, column.engine(), column.style(), setup, figures, reasons);
  }
}
