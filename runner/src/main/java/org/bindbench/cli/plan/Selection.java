package org.bindbench.cli.plan;

import java.util.List;
import java.util.regex.Pattern;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;

/**
 * Which cases are measured.
 *
 * @param patterns globs over case ids, case names, suites and file names; none selects all
 * @param tags a case must have one of them; none selects all
 * @param protocols a case must be measured by one of them; none selects all
 */
public record Selection(List<String> patterns, List<String> tags, List<String> protocols) {
  /** By patterns and tags, whatever the protocol. */
  public Selection(List<String> patterns, List<String> tags) {
    this(patterns, tags, List.of());
  }

  /** Whether a row of a run is one of the selected cases. */
  public boolean includesRow(CaseDeclaration declaration, CaseId id) {
    return includes(declaration) && includes(declaration, id);
  }

  boolean includes(CaseDeclaration declaration) {
    return (tags.isEmpty() || declaration.tags().stream().anyMatch(tags::contains))
        && (protocols.isEmpty() || protocols.contains(declaration.protocol()));
  }

  /** Whether a case with these parameters is measured, as far as patterns say. */
  public boolean includes(CaseDeclaration declaration, CaseId id) {
    return patterns.isEmpty()
        || patterns.stream()
            .map(Selection::glob)
            .anyMatch(
                glob ->
                    List.of(
                            id.toString(),
                            id.withoutParams(),
                            id.shortName(),
                            id.name(),
                            id.suite(),
                            String.valueOf(declaration.file().getFileName()))
                        .stream()
                        .anyMatch(name -> glob.matcher(name).matches()));
  }

  /** {@code *} is any text, {@code ?} one character, everything else itself. */
  private static Pattern glob(String glob) {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray())
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    return Pattern.compile(regex.toString());
  }
}
