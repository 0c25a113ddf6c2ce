package org.bindbench.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseGlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*|s.c[size=2]|true",
        "c|s.c[size=2]|true",
        "s.c|s.c[size=2]|true",
        "c[size=2]|s.c[size=2]|true",
        "c[size=4]|s.c[size=2]|false",
        "s|s.c|true",
        "?|s.c|true",
        "s.d|s.c|false",
        "*ob*t*|memory.object_creation|true",
        ".*|s.c|false",
        "script|script|true"
      })
  void aCaseIsMeantByAnyOfItsNames(String glob, String caseId, boolean matches) {
    assertThat(new CaseGlob(glob).matches(caseId)).isEqualTo(matches);
  }
}
