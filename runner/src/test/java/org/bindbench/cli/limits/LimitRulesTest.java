package org.bindbench.cli.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindbench.cli.plan.ContextHeaps;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

/** In which heap contexts are counted. */
class LimitRulesTest {
  @Test
  void eachLanguageHasItsOwn() {
    LimitRules rules = new LimitRules(7, new ContextHeaps(48, 96));

    assertThat(rules.contextHeapMebibytes(search("limits.lua", "luaj"))).isEqualTo(48);
    assertThat(rules.contextHeapMebibytes(search("limits.py", "graalpy"))).isEqualTo(96);
  }

  @Test
  void theOneThatIsNamedIsForAll() {
    LimitRules rules = new LimitRules(7, ContextHeaps.all(96));

    assertThat(rules.contextHeapMebibytes(search("limits.lua", "luaj"))).isEqualTo(96);
    assertThat(rules.contextHeapMebibytes(search("limits.py", "graalpy"))).isEqualTo(96);
  }

  private static TrialSpec search(String file, String engine) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of(file),
            1,
            "most_contexts",
            "context_limit",
            "contexts",
            List.of(),
            Map.of(),
            "",
            0,
            "");
    return new TrialSpec(declaration, declaration.ids().get(0), engine, BindingStyle.OWN, 1);
  }
}
