package org.bindbench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.RunAnalysis;
import org.bindbench.model.Effort;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Language;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.WorkerFacts;

/** What a run says about its engines: language, version, and how they really ran. */
public final class Engines {
  private final RunAnalysis analysis;

  /** The engines of one run. */
  public Engines(RunAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Ids of the engines that rows are for, in the order of the profiles. */
  public List<String> ids() {
    Set<String> used = new LinkedHashSet<>();
    analysis.results().forEach(row -> used.add(row.engine()));
    Set<String> ordered = new LinkedHashSet<>();
    for (EngineProfile profile : analysis.run().environment().engines()) {
      if (used.contains(profile.id())) ordered.add(profile.id());
    }
    ordered.addAll(used);
    return List.copyOf(ordered);
  }

  /** The profile of that id, empty where the environment does not list it. */
  public Optional<EngineProfile> profile(String id) {
    return analysis.run().environment().engines().stream()
        .filter(profile -> profile.id().equals(id))
        .findFirst();
  }

  /** The language of a row. */
  public Language language(CaseResult row) {
    return profile(row.engine())
        .map(EngineProfile::language)
        .orElseGet(() -> byExtension(row.declaration().file().toString()));
  }

  /** The language of a trial. */
  public Language language(TrialSpec spec) {
    return profile(spec.engine())
        .map(EngineProfile::language)
        .orElseGet(() -> byExtension(spec.declaration().file().toString()));
  }

  /** Facts of the first worker that ran trials of that engine itself, not of a stand-in. */
  public Optional<WorkerFacts> worker(String id) {
    return workers().stream().filter(worker -> worker.engine().equals(id)).findFirst();
  }

  /** Facts of every worker, in the order of the rows. */
  public List<WorkerFacts> workers() {
    List<WorkerFacts> all = new ArrayList<>();
    for (CaseResult row : analysis.results()) {
      row.trials().forEach(trial -> trial.worker().ifPresent(all::add));
    }
    return all;
  }

  /** Engines whose untimed trials ran on another one: that one's id by theirs. */
  public Map<String, String> standIns() {
    Map<String, String> standIns = new LinkedHashMap<>();
    for (CaseResult row : analysis.results()) {
      for (TrialRecord trial : row.trials()) {
        trial
            .worker()
            .filter(worker -> !worker.engine().equals(row.engine()))
            .ifPresent(worker -> standIns.put(row.engine(), worker.engine()));
      }
    }
    return standIns;
  }

  /** Forks planned for the engine; the most that a row of it has where the plan does not say. */
  public int forks(String id) {
    Effort effort = analysis.run().plan().efforts().get(id);
    if (effort != null) return effort.forks();
    return analysis.results().stream()
        .filter(row -> row.engine().equals(id))
        .mapToInt(row -> row.trials().size())
        .max()
        .orElse(0);
  }

  /** Whether timed cases of a fork shared one JVM, warmed in rotation. */
  public boolean shared() {
    return workers().stream().anyMatch(worker -> worker.sharing().equals("rotation"));
  }

  private static Language byExtension(String file) {
    return Language.LUA.owns(file) ? Language.LUA : Language.PYTHON;
  }
}
