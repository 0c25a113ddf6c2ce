package org.bindbench.report;

import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.Trials;
import org.bindbench.analysis.review.RunAnalyser;
import org.bindbench.config.Settings;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialOutcome;
import org.bindbench.model.TrialOutcome.Completed;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.metric.Measure;
import org.bindbench.model.metric.Metrics;
import org.bindbench.model.metric.Sample;
import org.bindbench.report.export.MetricsJson;
import org.bindbench.report.layout.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each word that speaks against a figure, with its reason, wherever the figure appears. */
class WordsTest {
  private static final List<Sample> STEADY = Trials.samples(120, 50, 50);
  private static final List<Sample> STEPPED = Trials.samples(120, 50, 80);

  @ParameterizedTest
  @ValueSource(strings = {"unsteady", "inlined", "eliminated", "unfit", "planted"})
  void standsInAllThreeOutputs(String word) {
    RunAnalysis run =
        RunAnalyser.analyse(Trials.run(trials(word)), Settings.defaults().thresholds());
    String name = "words-" + word;
    assertAll(
        () ->
            Golden.assertMatches(
                name + ".txt", new ConsoleReport(Style.plain(true)).text(run, List.of())),
        () -> Golden.assertMatches(name + ".md", new MarkdownReport().text(run)),
        () -> Golden.assertMatches(name + ".json", json(run)));
  }

  /** Two languages, of which Lua's has the trouble. */
  private static List<TrialRecord> trials(String word) {
    CaseDeclaration lua = declaration("lua", word.equals("eliminated") ? 16 : 0);
    List<TrialRecord> trials = new ArrayList<>();
    for (int fork = 1; fork <= 3; fork++) {
      trials.add(
          Trials.trial(
              declaration("py", 0), "graalpy", BindingStyle.HOST, fork, steady(word, fork, 4e6)));
      trials.add(Trials.trial(lua, "luaj", BindingStyle.HAND, fork, troubled(word).apply(fork)));
    }
    return trials;
  }

  private static IntFunction<TrialOutcome> troubled(String word) {
    return switch (word) {
      case "unsteady" -> fork -> outcome(STEPPED, rate(fork, 2e6));
      case "inlined" -> fork -> steady(word, fork, 2e9);
      case "eliminated" ->
          fork -> outcome(STEADY, new Measure(Metrics.ALLOCATED_BYTES, 0.1 * fork));
      case "planted" -> fork -> steady(word, fork, 2e6).with(new Measure(Metrics.PLANTED, 10));
      default -> fork -> steady(word, fork, 2e6);
    };
  }

  /** On the machine that is unfit the ruler takes longer from fork to fork. */
  private static Completed steady(String word, int fork, double rate) {
    double ruler = word.equals("unfit") ? 4e6 * Math.pow(1.08, fork) : 4e6;
    return outcome(STEADY, rate(fork, rate), new Measure(Metrics.RULER, ruler));
  }

  private static Measure rate(int fork, double rate) {
    return new Measure(Metrics.rate("calls"), rate * (1 + fork / 100.0));
  }

  private static Completed outcome(List<Sample> samples, Measure... measures) {
    return new Completed(List.of(measures), List.of(), samples);
  }

  private static CaseDeclaration declaration(String extension, double leastAllocation) {
    return new CaseDeclaration(
        Path.of("bound." + extension),
        3,
        "bound_method_call",
        "rate",
        "calls",
        List.of(),
        Map.of(),
        "shapes",
        leastAllocation,
        "How many methods of a Java object does a script call in a second?");
  }

  /** The document without what is the same in every run, and without raw readings. */
  private static String json(RunAnalysis run) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode document = (ObjectNode) mapper.readTree(new MetricsJson().write(run));
    document.retain(
        "python_metrics", "lua_metrics", "engines", "comparison", "cases", "checks", "remarks");
    for (JsonNode row : document.get("cases")) ((ObjectNode) row).remove("raw");
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n";
  }
}
