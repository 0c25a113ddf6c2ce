package org.bindbench.report.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.bindbench.report.SampleRuns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitXmlTest {
  private final byte[] file =
      Objects.requireNonNull(new JUnitXml().files(SampleRuns.rich()).get("junit.xml"));

  @Test
  void surefireReadsWhatBecameOfEveryRow() throws Exception {
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8));
    List<ReportTestCase> cases =
        suites.stream().flatMap(suite -> suite.getTestCases().stream()).toList();
    assertThat(cases).hasSizeGreaterThan(10);
    assertThat(cases)
        .filteredOn(ReportTestCase::hasError)
        .extracting(ReportTestCase::getFailureType)
        .contains("SCRIPT_FAILED", "TIMED_OUT");
    assertThat(cases).anyMatch(ReportTestCase::hasSkipped);
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum())
        .isEqualTo((int) cases.stream().filter(ReportTestCase::hasError).count());
  }

  @Test
  void figuresAreProperties() throws Exception {
    Document document = parse();
    Element property = (Element) document.getElementsByTagName("property").item(0);
    assertThat(property.getAttribute("name"))
        .isEqualTo("bound_object_creation · graalpy, host object · rate");
    assertThat(property.getAttribute("value")).startsWith("1.86E7 objects/s [");
  }

  @Test
  void countsOfTheWholeAreThoseOfItsSuites() throws Exception {
    Element root = parse().getDocumentElement();
    int tests = 0;
    for (int i = 0; i < root.getElementsByTagName("testsuite").getLength(); i++) {
      Element suite = (Element) root.getElementsByTagName("testsuite").item(i);
      int cases = suite.getElementsByTagName("testcase").getLength();
      assertThat(suite.getAttribute("tests")).isEqualTo(String.valueOf(cases));
      tests += cases;
    }
    assertThat(root.getAttribute("tests")).isEqualTo(String.valueOf(tests));
  }

  @Tag("fault-22")
  @Test
  void whatXmlCannotHoldIsShownAsAnEscape() throws Exception {
    assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("\u001b");
    assertThat(parse().getElementsByTagName("script").getLength()).isZero();
    assertThat(XmlText.legal("a\u001b[31m]]>\ud800\u0000b"))
        .isEqualTo("a\\u001b[31m]] >\\ud800\\u0000b");
    assertThat(XmlText.legal("tab\tline\n😀")).isEqualTo("tab\tline\n😀");
  }

  private Document parse() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
  }
}
