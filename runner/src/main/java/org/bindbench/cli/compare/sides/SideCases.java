package org.bindbench.cli.compare.sides;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.Language;
import org.bindbench.model.TrialRecord;
import org.bindbench.model.TrialSpec;
import org.bindbench.model.comparison.Side;

/**
 * The cases of one side that can be compared.
 *
 * @param byLanguage by the language of their files
 * @param broken a failed trial per engine for every suite that does not load
 */
record SideCases(Map<Language, Map<CaseId, CaseDeclaration>> byLanguage, List<TrialRecord> broken) {
  SideCases {
    byLanguage = new LinkedHashMap<>(byLanguage);
    broken = List.copyOf(broken);
  }

  Map<CaseId, CaseDeclaration> of(Language language) {
    return byLanguage.getOrDefault(language, Map.of());
  }

  /** The failure of the suite of that name in a language, if it does not load. */
  Optional<String> failure(String suite, Language language) {
    return broken.stream()
        .filter(trial -> trial.spec().declaration().suite().equals(suite))
        .filter(trial -> isOf(trial.spec().declaration().file(), language))
        .map(trial -> trial.outcome().reason())
        .findFirst();
  }

  /** The broken suites as trials of a side. */
  static TrialRecord of(Side side, TrialRecord broken) {
    TrialSpec spec = broken.spec();
    return new TrialRecord(
        new TrialSpec(
            spec.declaration(), spec.id(), spec.engine(), spec.style(), side.id(), spec.fork()),
        broken.outcome(),
        broken.worker(),
        broken.wallNanos(),
        broken.cpuNanos());
  }

  private static boolean isOf(Path file, Language language) {
    return language.owns(file);
  }
}
