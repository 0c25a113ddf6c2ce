package org.bindbench.wire.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bindbench.model.CaseId;
import org.bindbench.model.foreign.ForeignRow;
import org.bindbench.model.metric.Direction;
import org.bindbench.model.metric.Metric;

/**
 * The JSON of pytest-benchmark. It measures in one process, whose rounds are no repetitions of it:
 * a file is one fork, unless it was exported by us and says more.
 */
final class PytestFile implements ForeignFormat {
  private static final Metric TIME = Metric.measured("time", "ns/op", Direction.LOWER_IS_BETTER);

  private static final List<String> MACHINE =
      List.of("machine", "system", "python_implementation", "python_version", "python_compiler");

  @Override
  public String tool() {
    return "pytest-benchmark";
  }

  @Override
  public String forks() {
    return "a file is one process, its value the median of the rounds";
  }

  @Override
  public boolean fits(JsonNode document) {
    return document.path("benchmarks").isArray();
  }

  @Override
  public List<ForeignRow> rows(JsonNode document) throws MalformedException {
    Place root = Place.root(document);
    Map<String, String> facts = facts(root.at("machine_info"));
    List<ForeignRow> rows = new ArrayList<>();
    for (Place benchmark : root.at("benchmarks").elements())
      rows.add(new ForeignRow(id(benchmark), TIME, forks(benchmark), facts));
    return rows;
  }

  private static Map<String, String> facts(Place machine) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String fact : MACHINE) facts.put(fact, machine.at(fact).asWritten());
    facts.put("CPU", machine.at("cpu").at("brand_raw").asWritten());
    return facts;
  }

  /** {@code tests/test_it.py::test_name[3]}: the file is the suite. */
  private static CaseId id(Place benchmark) throws MalformedException {
    String full = benchmark.at("fullname").text();
    int end = full.indexOf("::");
    return end < 0
        ? new CaseId(group(benchmark), full, Map.of())
        : new CaseId(full.substring(0, end), full.substring(end + 2), Map.of());
  }

  private static String group(Place benchmark) throws MalformedException {
    return benchmark.at("group").isThere() ? benchmark.at("group").text() : "benchmarks";
  }

  private static List<Double> forks(Place benchmark) throws MalformedException {
    Place exported = benchmark.at("extra_info").at("bindbench_forks");
    List<Double> forks = new ArrayList<>();
    if (exported.isThere()) {
      for (double perSecond : exported.numbers()) forks.add(1e9 / perSecond);
      return forks;
    }
    Place stats = benchmark.at("stats");
    double seconds =
        stats.at("data").isThere()
            ? Middle.of(stats.at("data").numbers())
            : stats.at("median").number();
    forks.add(seconds * 1e9);
    return forks;
  }
}
