package org.bindbench.report.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Caveat;
import org.bindbench.analysis.Headline;
import org.bindbench.analysis.HeadlineNumber;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RangeCheck.Grade;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Language;
import org.bindbench.model.Remark;
import org.bindbench.model.Severity;
import org.bindbench.report.Engines;
import org.bindbench.report.ExitCode;

/** {@code python_metrics} and {@code lua_metrics}: a language in a dozen numbers. */
final class LanguageJson {
  private final RunAnalysis analysis;
  private final Language language;
  private final List<CaseResult> rows;

  LanguageJson(RunAnalysis analysis, Language language) {
    this.analysis = analysis;
    this.language = language;
    Engines engines = new Engines(analysis);
    this.rows =
        analysis.results().stream().filter(row -> engines.language(row) == language).toList();
  }

  /** The object, or null where the language was not run. */
  JsonNode node() {
    Optional<Headline> headline =
        analysis.headlines().stream().filter(each -> each.language() == language).findFirst();
    if (rows.isEmpty() && headline.isEmpty()) return NullNode.getInstance();
    ObjectNode node = Json.object();
    ObjectNode unavailable = Json.object();
    ObjectNode caveats = Json.object();
    for (HeadlineNumber number : HeadlineNumber.values()) {
      Optional<Double> value =
          headline.flatMap(each -> each.figure(number.id())).filter(Double::isFinite);
      Json.number(node, number.id(), value.orElse(Double.NaN));
      if (value.isEmpty()) unavailable.put(number.id(), reason(headline, number));
      List<Caveat> doubts =
          headline.map(each -> each.doubts(analysis.results(), number)).orElse(List.of());
      if (value.isPresent() && !doubts.isEmpty()) caveats.set(number.id(), Json.caveats(doubts));
    }
    node.put("tests_passed", rows.stream().filter(this::passed).count());
    node.put("tests_failed", rows.stream().filter(this::failed).count());
    node.put("warnings", warnings());
    Json.number(node, "execution_time", seconds());
    node.put("exit_code", ExitCode.of(analysis, language));
    node.put("language", language.id());
    node.put("engine", headline.map(Headline::engine).orElse(null));
    node.put("binding_style", headline.map(each -> each.style().title()).orElse(null));
    node.put("setup", headline.map(Headline::setup).orElse(null));
    node.set("unavailable", unavailable);
    node.set("caveats", caveats);
    return node;
  }

  private static String reason(Optional<Headline> headline, HeadlineNumber number) {
    return headline
        .map(each -> each.reasons().get(number.id()))
        .orElse("no case of this run gives it");
  }

  private boolean passed(CaseResult row) {
    return row.status().equals("COMPLETED") && !failed(row);
  }

  private boolean failed(CaseResult row) {
    return ExitCode.isError(row)
        || checks(row).stream().anyMatch(check -> check.grade() == Grade.BAD);
  }

  private List<RangeCheck> checks(CaseResult row) {
    return analysis.checks().stream().filter(check -> check.subject().equals(row.title())).toList();
  }

  private long warnings() {
    long doubts =
        rows.stream()
            .distinct()
            .flatMap(row -> checks(row).stream())
            .filter(RangeCheck::isDoubtful)
            .count();
    return doubts + analysis.remarks().stream().filter(this::isWarning).count();
  }

  /** A remark about one of the language's rows or engines, or about no row of anybody's. */
  private boolean isWarning(Remark remark) {
    if (remark.severity() != Severity.WARNING) return false;
    boolean mine = rows.stream().anyMatch(row -> concerns(remark, row));
    boolean anyones = analysis.results().stream().anyMatch(row -> concerns(remark, row));
    return mine || !anyones;
  }

  private static boolean concerns(Remark remark, CaseResult row) {
    return remark.rows().contains(row.title())
        || remark.subject().equals(row.title())
        || remark.subject().equals(row.id().toString())
        || remark.subject().equals(row.engine());
  }

  private double seconds() {
    return rows.stream()
            .flatMap(row -> row.trials().stream())
            .mapToLong(trial -> trial.wallNanos())
            .sum()
        / 1e9;
  }
}
