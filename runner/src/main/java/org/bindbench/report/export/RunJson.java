package org.bindbench.report.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Contrast;
import org.bindbench.analysis.RangeCheck;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.ForksAdded;
import org.bindbench.model.GcLoad;
import org.bindbench.model.LeftOut;
import org.bindbench.model.Plan;
import org.bindbench.model.Remark;
import org.bindbench.report.ExitCode;

/** What is said once for a run: where, how, how it compares, and what speaks against it. */
final class RunJson {
  private RunJson() {}

  static ObjectNode run(RunAnalysis analysis) {
    ObjectNode node = Json.object();
    node.put("id", analysis.run().id());
    node.put("started_at", analysis.run().startedAt().toString());
    Json.number(node, "elapsed_s", seconds(analysis.run().elapsed()));
    node.put("exit_code", ExitCode.of(analysis));
    return node;
  }

  static ObjectNode environment(Environment environment) {
    ObjectNode node = Json.object();
    node.put("os", environment.os());
    node.put("architecture", environment.architecture());
    node.put("cpu", environment.cpu());
    node.put("cores", environment.cores());
    Json.available(node, "memory_bytes", (double) environment.memoryBytes());
    Json.available(node, "memory_limit_bytes", (double) environment.memoryLimitBytes());
    Json.available(node, "load", environment.load());
    ObjectNode jvm = node.putObject("worker_jvm");
    jvm.put("home", environment.workerJvm().home().toString());
    jvm.put("version", environment.workerJvm().version());
    jvm.put("vendor", environment.workerJvm().vendor());
    jvm.put("vm_name", environment.workerJvm().vmName());
    node.put("parent_jvm", environment.parentJvm());
    node.put("bindbench", environment.bindbench());
    node.set("engines", Json.each(environment.engines(), RunJson::profile));
    return node;
  }

  private static ObjectNode profile(EngineProfile profile) {
    ObjectNode node = Json.object();
    node.put("engine", profile.id());
    node.put("language", profile.language().id());
    node.put("version", profile.version());
    node.put("mode", profile.mode());
    return node;
  }

  static ObjectNode plan(Plan plan) {
    ObjectNode node = Json.object();
    node.put("level", plan.level());
    node.set("command", Json.texts(plan.command()));
    node.set("setups", Json.texts(plan.setups()));
    node.put("seed", plan.seed());
    node.put("trials", plan.trials());
    Json.number(node, "estimated_s", seconds(plan.estimated()));
    node.set("left_out", Json.each(plan.leftOut(), RunJson::leftOut));
    node.set("added_forks", Json.each(plan.added(), RunJson::added));
    ObjectNode efforts = node.putObject("efforts");
    new TreeMap<>(plan.efforts()).forEach((engine, effort) -> efforts.set(engine, effort(effort)));
    return node;
  }

  private static ObjectNode leftOut(LeftOut row) {
    ObjectNode node = Json.object();
    node.put("row", row.row());
    node.put("measured_forks", row.measured());
    node.put("wanted_forks", row.wanted());
    return node;
  }

  private static ObjectNode added(ForksAdded row) {
    ObjectNode node = Json.object();
    node.put("row", row.row());
    node.put("planned_forks", row.planned());
    node.put("measured_forks", row.measured());
    return node;
  }

  private static ObjectNode effort(Effort effort) {
    ObjectNode node = Json.object();
    node.put("forks", effort.forks());
    node.put("rotated", effort.rotated());
    Json.number(node, "warm_up_s", seconds(effort.warmUp().expected()));
    Json.number(node, "warm_up_least_s", seconds(effort.warmUp().least()));
    Json.number(node, "warm_up_most_s", seconds(effort.warmUp().most()));
    Json.number(node, "measured_s", seconds(effort.measured()));
    Json.number(node, "slice_s", seconds(effort.slice()));
    Json.number(node, "iteration_s", seconds(effort.iteration()));
    node.put("segments_per_iteration", effort.segmentsPerIteration());
    node.put("retained_objects", effort.retainedObjects());
    node.put("weak_objects", effort.weakObjects());
    Json.number(node, "limit_s", seconds(effort.limit()));
    node.put("cycles", effort.sizes().cycles());
    node.put("cycle_objects", effort.sizes().cycleObjects());
    ArrayNode sizes = node.putArray("scaling_sizes");
    effort.sizes().scalingSizes().forEach(sizes::add);
    node.put("concurrent_operations", effort.sizes().concurrentOperations());
    GcLoad load = effort.sizes().gc();
    node.put("gc_forks", Math.min(effort.forks(), load.forks()));
    Json.number(node, "gc_warm_up_s", seconds(load.warmUp()));
    Json.number(node, "gc_measured_s", seconds(load.measured()));
    node.put("gc_heap", load.heap());
    node.put("leak_cycles", effort.sizes().leak().cycles());
    node.put("leak_operations", effort.sizes().leak().operations());
    return node;
  }

  static ObjectNode contrast(Contrast contrast) {
    ObjectNode node = Json.object();
    node.put("case", contrast.id().toString());
    node.put("metric", contrast.metric().id());
    node.put("unit", contrast.metric().unit());
    node.put("direction", contrast.metric().direction().name());
    node.put("winner", contrast.winner().column().title());
    node.put("loser", contrast.loser().column().title());
    node.set("ratio", Json.estimate(contrast.ratio()));
    node.put("decided", contrast.decided());
    node.put("reason", contrast.reason());
    node.set("caveats", Json.texts(contrast.caveats()));
    return node;
  }

  static ObjectNode check(RunAnalysis analysis, RangeCheck check) {
    ObjectNode node = Json.object();
    node.put("subject", check.subject());
    node.put("case", check.id().toString());
    node.put("metric", check.metric().id());
    node.put("unit", check.metric().unit());
    Json.number(node, "value", check.value());
    node.put("expectation", check.expectation());
    node.put("origin", check.origin());
    node.put("figure", check.figure());
    node.put("grade", check.grade().name());
    node.put("fails", check.fails());
    node.set(
        "caveats",
        Json.caveats(
            analysis.row(check.id(), check.column()).map(CaseResult::doubts).orElse(List.of())));
    return node;
  }

  static ObjectNode remark(Remark remark) {
    ObjectNode node = Json.object();
    node.put("severity", remark.severity().name());
    node.put("subject", remark.subject());
    node.set("rows", Json.texts(remark.rows()));
    node.put("message", remark.message());
    node.put("advice", remark.advice());
    return node;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
