package org.bindbench.cli.history;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which cases are meant: a glob over ids of cases, with and without suite and parameters, or over
 * suites.
 */
final class CaseGlob {
  private final Pattern pattern;

  CaseGlob(String glob) {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray())
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    this.pattern = Pattern.compile(regex.toString());
  }

  boolean matches(String caseId) {
    int dot = caseId.indexOf('.');
    String suite = dot < 0 ? caseId : caseId.substring(0, dot);
    String shortName = caseId.substring(dot + 1);
    int bracket = shortName.indexOf('[');
    String name = bracket < 0 ? shortName : shortName.substring(0, bracket);
    return Stream.of(caseId, suite, shortName, name, suite + "." + name)
        .anyMatch(each -> pattern.matcher(each).matches());
  }
}
