package org.bindbench.analysis.review;

import java.util.Arrays;
import java.util.Optional;
import org.bindbench.analysis.CaseResult;
import org.bindbench.model.EngineProfile;
import org.bindbench.model.Environment;
import org.bindbench.model.Language;

/** Which language a row is in: that of its engine, or of its file where the engine is unknown. */
record Languages(Environment environment) {
  Optional<Language> of(CaseResult row) {
    return environment.engines().stream()
        .filter(profile -> profile.id().equals(row.engine()))
        .map(EngineProfile::language)
        .findFirst()
        .or(() -> byExtension(row));
  }

  boolean is(CaseResult row, Language language) {
    return of(row).filter(language::equals).isPresent();
  }

  /** Whether the row is a stock interpreter's, outside the JVM. */
  boolean isStock(CaseResult row) {
    return environment.engines().stream()
        .anyMatch(profile -> profile.id().equals(row.engine()) && profile.isStock());
  }

  private static Optional<Language> byExtension(CaseResult row) {
    String file = row.declaration().file().toString();
    return Arrays.stream(Language.values()).filter(language -> language.owns(file)).findFirst();
  }
}
