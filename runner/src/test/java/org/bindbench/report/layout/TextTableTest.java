package org.bindbench.report.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void keepsColumnsAlignedBehindWideCharacters() {
    Grid grid =
        new Grid(
            List.of(Grid.Column.words("case"), Grid.Column.words("mark"), Grid.Column.words("x")),
            List.of(
                List.of(Grid.Cell.of("創建對象"), Grid.Cell.of("✅"), Grid.Cell.of("|")),
                List.of(Grid.Cell.of("creation"), Grid.Cell.of("no"), Grid.Cell.of("|"))));
    List<String> lines = TextTable.lines(grid, Style.plain(true));
    assertThat(lines.subList(1, 3))
        .extracting(line -> line.codePoints().map(SafeText::columns).sum())
        .containsOnly(18);
  }

  @Test
  void aWordThatIsTooLongIsBrokenBehindAMarkNotInTheMiddle() {
    Grid grid =
        new Grid(
            List.of(Grid.Column.words("engine"), Grid.Column.numbers("value")),
            List.of(
                List.of(Grid.Cell.of("graalpy-interpreter host"), Grid.Cell.of("1".repeat(80)))));
    List<String> lines = TextTable.lines(grid, Style.plain(true));
    assertThat(lines).anyMatch(line -> line.strip().startsWith("graalpy- "));
    assertThat(lines).extracting(String::strip).contains("interpreter host");
  }
}
