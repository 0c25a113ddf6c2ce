package org.bindbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bindbench.analysis.change.Verdict;
import org.bindbench.analysis.pairing.ComparedRun;
import org.bindbench.report.Forms;
import org.bindbench.report.junit.JUnitComparison;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ComparisonExportsTest {
  private final ComparedRun run = SampleComparisons.rich();

  @Test
  void junitFailsWhatTheGateFailsAndSkipsWhatIsOpen() throws Exception {
    List<String> failures = new ArrayList<>();
    int skipped = 0;
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(JUnitComparison.of(run)));
    var cases = document.getElementsByTagName("testcase");
    for (int i = 0; i < cases.getLength(); i++) {
      Element each = (Element) cases.item(i);
      if (each.getElementsByTagName("failure").getLength() > 0)
        failures.add(
            each.getAttribute("name")
                + " "
                + ((Element) each.getElementsByTagName("failure").item(0)).getAttribute("type"));
      skipped += each.getElementsByTagName("skipped").getLength();
    }
    assertThat(failures).anyMatch(name -> name.startsWith("no critical row gate"));
    assertThat(failures)
        .contains(
            "slower · luaj, hand binding · rate regression.critical",
            "memory · luaj, hand binding · retained_bytes regression.major");
    assertThat(cases.getLength()).isEqualTo(run.rows().size() + run.gates().results().size());
    assertThat(skipped)
        .isEqualTo(
            (int)
                run.rows().stream()
                    .filter(row -> !run.isFailure(row))
                    .filter(
                        row ->
                            row.comparison().verdict() == Verdict.INCONCLUSIVE
                                || row.comparison().verdict() == Verdict.NOT_COMPARABLE)
                    .count());
  }

  @Test
  void junitSaysWhatEveryGateOnWorseningsCouldHaveSeen() throws Exception {
    List<String> gates =
        run.gates().results().stream()
            .filter(result -> result.seen().isPresent())
            .map(
                result ->
                    "<property name=\""
                        + GateWords.rule(result, run.gates().rules())
                        + " · could have seen\" value=\""
                        + GateWords.seen(result)
                        + "\"/>")
            .toList();
    assertThat(gates).hasSizeGreaterThan(2);
    assertThat(new String(JUnitComparison.of(run), StandardCharsets.UTF_8)).contains(gates);
  }

  @Test
  void junitIsWhatItsReadersRequire() throws Exception {
    assertThat(Forms.complaints("junit.xml", JUnitComparison.of(run))).isEmpty();
  }

  @Tag("fault-22")
  @Test
  void annotationsAreOneLineEachWhateverTheNames() {
    String text = new String(ComparisonAnnotations.of(run), StandardCharsets.UTF_8);
    assertThat(text.lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("::(error|warning|notice) title=[^:,]+::[^\\r\\n]+"));
    assertThat(text).contains("::error title=suite.slower").contains("worse, critical");
    assertThat(text.lines().filter(line -> line.startsWith("::notice"))).hasSize(1);
  }

  @Test
  void aCleanComparisonSaysNothing() {
    assertThat(ComparisonAnnotations.of(SampleComparisons.clean())).isEmpty();
  }
}
