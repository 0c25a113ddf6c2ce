package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.analysis.advice.leak.LeakAlarm;
import org.bindbench.analysis.gate.GateResult;
import org.bindbench.analysis.leak.LeakReview;
import org.bindbench.analysis.leak.LeakRow;
import org.bindbench.analysis.pairing.ComparedRow;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.ExitCode;
import org.bindbench.report.ReportFormat;
import org.bindbench.report.comparison.ComparisonExit;
import org.bindbench.report.comparison.GateWords;
import org.bindbench.report.comparison.Wording;

/**
 * What a webhook is sent: {@code text} is what chat systems show, the rest is for programs. Written
 * whether or not something failed; {@code exit_code} tells.
 */
@AutoService(ReportFormat.class)
public final class AlertJson implements ReportFormat {
  static final String FILE = "alert.json";

  @Override
  public String id() {
    return "alert";
  }

  @Override
  public Map<String, byte[]> files(RunAnalysis analysis) {
    List<ObjectNode> failures = new ArrayList<>();
    for (CaseResult row : analysis.results())
      if (ExitCode.isError(row))
        failures.add(failure(row.title(), "error", row.status(), row.reason()));
    for (RangeCheck check : analysis.checks())
      if (check.fails())
        failures.add(
            failure(
                check.subject(),
                "range",
                check.metric().id(),
                check.what() + check.figure() + ", expected " + check.expected()));
    for (LeakAlarm alarm : LeakAlarm.of(analysis))
      if (alarm.fails())
        failures.add(failure(alarm.title(), "leak", alarm.severity().title(), alarm.sentence()));
    for (LeakRow row : LeakReview.of(analysis))
      if (row.isInvalid())
        failures.add(
            failure(row.title(), "measurement", row.verdict().title(), row.finding().reason()));
    analysis.baseline().ifPresent(run -> failures.addAll(failures(run)));
    String id = analysis.run().id();
    int exitCode = ExitCode.of(analysis);
    return Map.of(FILE, bytes(id, exitCode, text(analysis, failures, exitCode), failures));
  }

  private static String text(RunAnalysis analysis, List<ObjectNode> failures, int exitCode) {
    String run = "Bindbench " + analysis.run().id() + ": ";
    if (!failures.isEmpty()) return run + failures.size() + " failed";
    return exitCode == ExitCode.PASSED
        ? run + "passed"
        : run + analysis.baseline().map(Wording::outcome).orElse("no pass");
  }

  /** The same of a comparison. */
  static byte[] of(ComparedRun run) {
    return bytes(
        run.id(),
        ComparisonExit.of(run),
        "Bindbench " + run.id() + ": " + Wording.tally(run) + ". " + Wording.outcome(run),
        failures(run));
  }

  private static List<ObjectNode> failures(ComparedRun run) {
    List<ObjectNode> failures = new ArrayList<>();
    for (GateResult failed : run.gates().failures())
      failures.add(
          failure(
              GateWords.rule(failed, run.gates().rules()),
              "gate",
              String.join(", ", GateWords.behind(failed)),
              GateWords.value(failed)));
    for (ComparedRow row : run.failures())
      failures.add(
          failure(
              Wording.title(row.comparison().subject()),
              Wording.verdict(row.comparison()),
              row.comparison().subject().metric().id(),
              Wording.change(row.comparison())));
    return failures;
  }

  private static ObjectNode failure(String row, String kind, String what, String figure) {
    ObjectNode node = Json.object();
    node.put("row", row);
    node.put("kind", kind);
    node.put("what", what);
    node.put("figure", figure);
    return node;
  }

  private static byte[] bytes(String id, int exitCode, String text, List<ObjectNode> failures) {
    ObjectNode document = Json.object();
    document.put("run", id);
    document.put("exit_code", exitCode);
    StringBuilder lines = new StringBuilder(text);
    ArrayNode array = document.putArray("failures");
    for (ObjectNode failure : failures) {
      array.add(failure);
      lines
          .append("\n- ")
          .append(failure.get("row").textValue())
          .append(": ")
          .append(failure.get("kind").textValue())
          .append(' ')
          .append(failure.get("figure").textValue());
    }
    document.put("text", lines.toString());
    return (document.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
