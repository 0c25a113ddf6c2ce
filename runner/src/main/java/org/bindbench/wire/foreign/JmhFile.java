package org.bindbench.wire.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindbench.model.CaseId;
import org.bindbench.model.foreign.ForeignRow;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;
import org.bindbench.model.metric.Metrics;

/**
 * JMH's own JSON, as 1.37 writes it: throughput in operations a second, all other modes as time per
 * operation; beside it the allocation per operation where its profiler ran.
 */
final class JmhFile implements ForeignFormat {
  /** What must be equal for two results to be comparable. */
  private static final List<String> FACTS =
      List.of(
          "mode",
          "threads",
          "jdkVersion",
          "vmName",
          "vmVersion",
          "warmupIterations",
          "warmupTime",
          "warmupBatchSize",
          "measurementTime",
          "measurementBatchSize");

  /** In Bindbench's own exports it is how many there were until the rate had settled. */
  private static final String SETTLING = "warmupIterations";

  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  @Override
  public String tool() {
    return "JMH";
  }

  @Override
  public String forks() {
    return "a fork's value is the median of its iterations";
  }

  @Override
  public boolean fits(JsonNode document) {
    return document.isArray();
  }

  @Override
  public List<ForeignRow> rows(JsonNode document) throws MalformedException {
    List<ForeignRow> rows = new ArrayList<>();
    List<Place> results = Place.root(document).elements();
    Map<CaseId, Set<String>> modes = new HashMap<>();
    for (Place result : results)
      modes.computeIfAbsent(id(result), any -> new HashSet<>()).add(mode(result));
    for (Place result : results) {
      CaseId id = id(result);
      if (modes.getOrDefault(id, Set.of()).size() > 1) id = inMode(id, mode(result));
      Map<String, String> facts = facts(result);
      Place primary = result.at("primaryMetric");
      String unit = primary.at("scoreUnit").text();
      double factor = factor(primary.at("scoreUnit"), unit);
      boolean isRate = unit.startsWith("ops/");
      Metric metric =
          isRate
              ? Metrics.rate("ops")
              : Metric.measured("time", "ns/op", Direction.LOWER_IS_BETTER);
      rows.add(new ForeignRow(id, metric, scaled(forks(primary), factor), facts));
      for (String name : List.of(ALLOCATION, "·" + ALLOCATION)) {
        Place bytes = result.at("secondaryMetrics").at(name);
        if (bytes.isThere())
          rows.add(new ForeignRow(id, Metrics.ALLOCATED_BYTES, forks(bytes), facts));
      }
    }
    return rows;
  }

  private static CaseId id(Place result) throws MalformedException {
    String benchmark = result.at("benchmark").text();
    int dot = benchmark.lastIndexOf('.');
    return new CaseId(
        dot < 0 ? "benchmarks" : benchmark.substring(0, dot),
        benchmark.substring(dot + 1),
        result.at("params").texts());
  }

  private static String mode(Place result) {
    return result.at("mode").asWritten();
  }

  /**
   * A benchmark that ran in several modes is a case in each: times of two do not belong together.
   */
  private static CaseId inMode(CaseId id, String mode) {
    Map<String, String> params = new LinkedHashMap<>(id.params());
    params.put("mode", mode);
    return new CaseId(id.suite(), id.name(), params);
  }

  private static Map<String, String> facts(Place result) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String fact : FACTS) facts.put(fact, result.at(fact).asWritten());
    if (result.at("jmhVersion").asWritten().startsWith("bindbench")) facts.remove(SETTLING);
    return facts;
  }

  /** To operations a second, or nanoseconds per operation. */
  private static double factor(Place place, String unit) throws MalformedException {
    String[] parts = unit.split("/", 2);
    boolean isRate = parts[0].equals("ops");
    Double seconds = parts.length == 2 ? SECONDS.get(isRate ? parts[1] : parts[0]) : null;
    if (seconds == null || !isRate && !parts[1].equals("op"))
      throw new MalformedException(
          place.pointer(), "ops/<time> or <time>/op is expected, but it is " + unit);
    return isRate ? 1 / seconds : seconds * 1e9;
  }

  private static List<Double> forks(Place metric) throws MalformedException {
    List<Double> forks = new ArrayList<>();
    if (metric.at("rawData").isThere())
      for (Place fork : metric.at("rawData").elements()) forks.add(Middle.of(fork.numbers()));
    else if (metric.at("rawDataHistogram").isThere())
      for (Place fork : metric.at("rawDataHistogram").elements()) forks.add(mean(fork));
    if (forks.isEmpty()) forks.add(metric.at("score").number());
    return forks;
  }

  /** Of a fork's iterations, each of them pairs of a value and how often it was seen. */
  private static double mean(Place fork) throws MalformedException {
    double sum = 0;
    double count = 0;
    for (Place iteration : fork.elements())
      for (Place pair : iteration.elements()) {
        double[] valueAndCount = pair.numbers();
        if (valueAndCount.length != 2)
          throw new MalformedException(pair.pointer(), "a value and its count are expected");
        sum += valueAndCount[0] * valueAndCount[1];
        count += valueAndCount[1];
      }
    return sum / count;
  }

  private static List<Double> scaled(List<Double> values, double factor) {
    return values.stream().map(value -> value * factor).toList();
  }
}
