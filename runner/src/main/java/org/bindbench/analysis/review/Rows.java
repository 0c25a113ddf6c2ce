package org.bindbench.analysis.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bindbench.analysis.CaseResult;
import org.bindbench.analysis.Column;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.RunRecord;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;

/**
 * Puts the trials of a run into rows: one per case, engine, style and setup, its forks in order.
 *
 * <p>Trials are recorded in the order they ran, which the seed decides; rows stand in the order of
 * the suites: by suite, by the line that declares the case (in the language of the first engine
 * that has it), by parameters as declared, then by engine as listed in the environment, by style
 * and by JVM setup as planned.
 */
final class Rows {
  private Rows() {}

  static List<CaseResult> of(RunRecord run) {
    List<String> engines = run.environment().engines().stream().map(EngineProfile::id).toList();
    Map<CaseId, List<List<TrialRecord>>> cases = new LinkedHashMap<>();
    for (List<TrialRecord> forks : rows(run.trials()))
      cases.computeIfAbsent(spec(forks).id(), id -> new ArrayList<>()).add(forks);
    Comparator<List<TrialRecord>> byColumn =
        Comparator.<List<TrialRecord>>comparingInt(forks -> position(engines, spec(forks).engine()))
            .thenComparing(forks -> spec(forks).style())
            .thenComparingInt(forks -> position(run.plan().setups(), spec(forks).setup()));
    cases.values().forEach(rows -> rows.sort(byColumn));
    return cases.values().stream()
        .sorted(Comparator.comparing(rows -> spec(rows.get(0)), inSuite()))
        .flatMap(List::stream)
        .map(Row::of)
        .toList();
  }

  private static Collection<List<TrialRecord>> rows(List<TrialRecord> trials) {
    return trials.stream()
        .filter(trial -> !TrialSpec.explains(trial.spec()))
        .sorted(Comparator.comparingInt(trial -> trial.spec().fork()))
        .collect(
            Collectors.groupingBy(
                trial -> new Key(trial.spec().id(), Column.of(trial.spec())),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static Comparator<TrialSpec> inSuite() {
    return Comparator.comparing((TrialSpec spec) -> spec.id().suite())
        .thenComparingInt(spec -> spec.declaration().line())
        .thenComparing(spec -> spec.id().name())
        .thenComparingInt(spec -> combination(spec.declaration(), spec.id()));
  }

  private static int combination(CaseDeclaration declaration, CaseId id) {
    return position(declaration.ids(), id);
  }

  private static <T> int position(List<T> order, T value) {
    int index = order.indexOf(value);
    return index < 0 ? order.size() : index;
  }

  private static TrialSpec spec(List<TrialRecord> forks) {
    return forks.get(0).spec();
  }

  private record Key(CaseId id, Column column) {}
}
