package org.bindbench.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bindbench.analysis.Summary;
import org.bindbench.analysis.change.Change;
import org.bindbench.analysis.change.Comparison;
import org.bindbench.analysis.change.Magnitude;
import org.bindbench.analysis.change.Sides;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.model.comparison.Side;
import org.bindbench.report.comparison.ComparisonExit;

/**
 * {@code comparison.json}: a comparison for other programs, described by the schema that ships with
 * it. No document leaves this class that the schema does not accept.
 */
public final class ComparisonJson {
  /** The name of the file. */
  public static final String FILE = "comparison.json";

  /** Raised when a reader of the old shape would misread the new one. */
  public static final int SCHEMA_VERSION = 1;

  static final String RESOURCE = "/schema/comparison.schema.json";

  private static final DefaultPrettyPrinter PRINTER =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private final ObjectMapper mapper = new ObjectMapper();

  /** The whole file. The same comparison always yields the same bytes. */
  public byte[] write(ComparedRun run) {
    ObjectNode document = document(run);
    check(document);
    try {
      String text = mapper.writer(PRINTER).writeValueAsString(document);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document of plain values could not be written", e);
    }
  }

  static void check(JsonNode document) {
    Loaded.SCHEMA.check(document);
  }

  /** The document before it is held to the schema. */
  static ObjectNode document(ComparedRun run) {
    ObjectNode document = Json.object();
    document.put("timestamp", run.startedAt().getEpochSecond());
    document.put("schema_version", SCHEMA_VERSION);
    ObjectNode head = document.putObject("run");
    head.put("id", run.id());
    head.put("started_at", run.startedAt().toString());
    Json.number(head, "elapsed_s", run.elapsed().toNanos() / 1e9);
    head.put("exit_code", ComparisonExit.of(run));
    head.put("errors", run.errors());
    document.put("interleaved", run.interleaved());
    document.set("notes", Json.texts(run.notes()));
    ObjectNode sides = document.putObject("sides");
    sides.set("base", Json.texts(run.sides().base()));
    sides.set("head", Json.texts(run.sides().head()));
    sides.set("both", Json.texts(run.sides().both()));
    document.set("environment", RunJson.environment(run.environment()));
    ObjectNode plan = document.putObject("plan");
    plan.put("level", run.plan().level());
    plan.set("command", Json.texts(run.plan().command()));
    plan.put("seed", run.plan().seed());
    plan.put("trials", run.plan().trials());
    plan.put("forks_per_side", run.sides().forks());
    plan.put("trials_measured_again", run.measuredAgain());
    document.set("gate", GateJson.of(run.gates()));
    ObjectNode tally = document.putObject("tally");
    for (Verdict verdict : Verdict.values()) tally.put(verdict.name(), run.count(verdict));
    document.set("comparisons", Json.each(run.rows(), row -> row(run, row)));
    return document;
  }

  private static ObjectNode row(ComparedRun run, ComparedRow row) {
    Comparison comparison = row.comparison();
    ObjectNode node = Json.object();
    node.put("case", comparison.subject().id().toString());
    node.put("metric", comparison.subject().metric().id());
    node.put("unit", comparison.subject().metric().unit());
    node.put("direction", comparison.subject().metric().direction().name());
    node.set("base", side(row, Side.BASE));
    node.set("head", side(row, Side.HEAD));
    node.put("verdict", comparison.verdict().name());
    node.put("magnitude", comparison.magnitude().map(Magnitude::name).orElse(null));
    node.put("fails", run.isFailure(row));
    node.put("standing", row.standing().name());
    node.put("reason", comparison.reason());
    node.set("words", Json.texts(comparison.words()));
    node.set("change", change(comparison.published()));
    node.set("stage_one", change(comparison.stageOne()));
    Json.number(node, "smallest_detectable_change", comparison.detectable());
    node.set("gate", GateJson.shares(row.gate()));
    return node;
  }

  private static ObjectNode side(ComparedRow row, Side side) {
    Optional<Summary> figure = row.figure(side);
    ObjectNode node = Json.object();
    node.put(
        "column",
        (side == Side.BASE ? row.comparison().subject().base() : row.comparison().subject().head())
            .title());
    Json.number(node, "value", figure.map(Summary::value).orElse(Double.NaN));
    node.set(
        "interval",
        figure
            .flatMap(Summary::estimate)
            .<JsonNode>map(Json::estimate)
            .orElseGet(() -> Json.number(Double.NaN)));
    node.set("stage_one", Json.numbers(values(row.stageOne(), side)));
    node.set("stage_two", Json.numbers(values(row.stageTwo(), side)));
    return node;
  }

  private static Iterable<Double> values(Optional<Sides> sides, Side side) {
    return sides
        .map(both -> side == Side.BASE ? both.base() : both.head())
        .orElse(java.util.List.of());
  }

  private static JsonNode change(Optional<Change> change) {
    if (change.isEmpty()) return Json.number(Double.NaN);
    ObjectNode node = Json.object();
    node.set("ratio", Json.estimate(change.get().ratio()));
    node.set("worsening", Json.estimate(change.get().worsening()));
    Json.number(node, "p", change.get().pValue());
    Json.number(node, "degrees_of_freedom", change.get().degreesOfFreedom());
    Json.number(node, "hedges_g", change.get().hedgesG());
    return node;
  }

  /** Read when first asked for, and once. */
  private static final class Loaded {
    static final ReportSchema SCHEMA = new ReportSchema(RESOURCE, FILE);
  }
}
