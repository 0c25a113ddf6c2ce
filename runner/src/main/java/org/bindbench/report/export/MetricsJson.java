package org.bindbench.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.churn.ContextChurn;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.path.Explanations;
import org.bindbench.analysis.pauses.CollectorChoice;
import org.bindbench.model.Language;
import org.bindbench.report.Engines;
import org.bindbench.report.ReportFormat;

/**
 * {@code performance_metrics.json}: the run for other programs, described by the schema that ships
 * beside it. No document leaves this class that the schema does not accept.
 */
@AutoService(ReportFormat.class)
public final class MetricsJson implements ReportFormat {
  /** Raised when a reader of the old shape would misread the new one. */
  public static final int SCHEMA_VERSION = 1;

  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public String id() {
    return "json";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    return Map.of("performance_metrics.json", write(analysis));
  }

  /** The whole document as bytes of UTF-8. */
  public byte[] write(RunAnalysis analysis) {
    ObjectNode document = document(analysis);
    MetricsSchema.check(document);
    try {
      String text = mapper.writer(PRINTER).writeValueAsString(document);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document of plain values could not be written", e);
    }
  }

  /** The document before it is held to the schema. */
  ObjectNode document(RunAnalysis analysis) {
    Engines engines = new Engines(analysis);
    ObjectNode document = Json.object();
    document.put("timestamp", analysis.run().startedAt().getEpochSecond());
    document.set("python_metrics", new LanguageJson(analysis, Language.PYTHON).node());
    document.set("lua_metrics", new LanguageJson(analysis, Language.LUA).node());
    document.put("schema_version", SCHEMA_VERSION);
    document.set("run", RunJson.run(analysis));
    document.set("environment", RunJson.environment(analysis.run().environment()));
    document.set("plan", RunJson.plan(analysis.run().plan()));
    document.set("engines", new EngineJson(analysis).nodes());
    document.set("comparison", Json.each(analysis.contrasts(), RunJson::contrast));
    analysis.baseline().ifPresent(run -> document.set("baseline", BaselineJson.of(run)));
    List<CollectorChoice> choices = CollectorChoice.of(analysis.results());
    if (!choices.isEmpty()) document.set("collectors", Json.each(choices, CollectorJson::of));
    document.set("cases", Json.each(analysis.results(), row -> CaseJson.of(row, engines)));
    LimitJson.add(document, analysis);
    StressJson.add(document, analysis);
    document.set("leak_paths", Json.each(Explanations.of(analysis), LeakPathJson::of));
    document.set("leaks", Json.each(LeakReview.of(analysis), LeakJson::of));
    document.set("checks", Json.each(analysis.checks(), check -> RunJson.check(analysis, check)));
    ContextChurn.of(analysis)
        .ifPresent(churn -> document.set("context_churn", ChurnJson.of(churn)));
    document.set("remarks", Json.each(analysis.remarks(), RunJson::remark));
    return document;
  }
}
