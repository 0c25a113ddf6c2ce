package org.bindbench.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bindbench.model.CaseDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
  private static final CaseDeclaration SHAPES =
      new CaseDeclaration(
          Path.of("/suites/memory.py"),
          1,
          "by_shape",
          "retained",
          "objects",
          List.of("bound"),
          Map.of("variant", List.of("class")),
          "",
          0,
          "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory",
        "memory.py",
        "mem*",
        "by_shape",
        "*shape",
        "memory.by_shape",
        "memory.by_shape*",
        "by_shape[variant=class]",
        "?y_shape",
        "*[variant=class]"
      })
  void aPatternMatchesIdsNamesSuitesAndFiles(String pattern) {
    assertThat(selected(pattern)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"memor", "shape", "memory.lua", "by.shape", "by_shape[variant=tuple]", ""})
  void anythingElseIsLeftOut(String pattern) {
    assertThat(selected(pattern)).isFalse();
  }

  @Test
  void withoutPatternsAndTagsEverythingIsSelected() {
    Selection all = new Selection(List.of(), List.of());
    assertThat(all.includes(SHAPES)).isTrue();
    assertThat(all.includes(SHAPES, SHAPES.ids().get(0))).isTrue();
  }

  @Test
  void aTagSelectsItsCases() {
    assertThat(new Selection(List.of(), List.of("quick", "bound")).includes(SHAPES)).isTrue();
    assertThat(new Selection(List.of(), List.of("quick")).includes(SHAPES)).isFalse();
  }

  @Test
  void aProtocolSelectsWhatIsMeasuredByItAmongTheTagged() {
    List<String> bound = List.of("bound");
    assertThat(new Selection(List.of(), bound, List.of("retained")).includes(SHAPES)).isTrue();
    assertThat(new Selection(List.of(), bound, List.of("capability")).includes(SHAPES)).isFalse();
    assertThat(new Selection(List.of(), List.of("no"), List.of("retained")).includes(SHAPES))
        .isFalse();
  }

  private static boolean selected(String pattern) {
    return new Selection(List.of(pattern), List.of()).includes(SHAPES, SHAPES.ids().get(0));
  }
}
