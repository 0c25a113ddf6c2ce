package org.bindbench.analysis.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bindbench.model.BindingStyle;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.TrialSpec;
import org.junit.jupiter.api.Test;

class SearchesTest {
  @Test
  void eachSearchStartsAtASizeOfItsOwnNearTheUsualOneAndTheSameForTheSameSeed() {
    Set<Integer> starts = new HashSet<>();
    for (int number = 1; number <= 20; number++) {
      int start = new Searches(7).bisection(search("heap_limit", number)).start();
      assertThat(start).isBetween(66, 138).isEven();
      assertThat(new Searches(7).bisection(search("heap_limit", number)).start()).isEqualTo(start);
      starts.add(start);
    }
    assertThat(starts).hasSizeGreaterThan(8);
    assertThat(new Searches(7).bisection(search("context_limit", 1)).start()).isBetween(16, 34);
  }

  @Test
  void aCaseWithoutALimitIsNotSearched() {
    assertThatThrownBy(() -> new Searches(7).bisection(search("rate", 1)))
        .hasMessageContaining("has no limit");
  }

  private static TrialSpec search(String protocol, int number) {
    CaseDeclaration declaration =
        new CaseDeclaration(
            Path.of("limits.lua"), 1, "small", protocol, "objects", List.of(), Map.of(), "", 0, "");
    return new TrialSpec(declaration, declaration.ids().get(0), "luaj", BindingStyle.OWN, number);
  }
}
