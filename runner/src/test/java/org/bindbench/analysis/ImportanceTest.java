package org.bindbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportanceTest {
  @ParameterizedTest
  @CsvSource({
    "graalpy, HOST,    bound_object_creation,   quick, 0",
    "luaj,    HAND,    bound_method_call,       quick, 0",
    "luaj,    HAND,    memory_per_bound_object, quick, 0",
    "luaj,    COERCED, bound_method_call,       quick, 1",
    "luajc,   HAND,    bound_object_creation,   quick, 1",
    "luaj,    OWN,     object_creation,         quick, 1",
    "luaj,    OWN,     function_call,           quick, 2",
    "luaj,    OWN,     closure_creation,        other, 3",
  })
  void headlinesMatterMostThenTheirCasesElsewhereThenQuickOnes(
      String engine, BindingStyle style, String name, String tag, int rank) {
    CaseDeclaration declaration = Trials.declaration(engine, name, "rate", "calls", tag);
    TrialSpec trial = new TrialSpec(declaration, declaration.ids().get(0), engine, style, 1);
    assertThat(Importance.rank(trial)).isEqualTo(rank);
  }
}
