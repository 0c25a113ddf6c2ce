package org.bindbench.report.junit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes test suites as the XML that Ant's JUnit task began and Surefire, Jenkins, GitLab and
 * GitHub actions read. Figures are properties of the suite, the one place where all of these take
 * them.
 */
final class JUnitDocument {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private JUnitDocument() {}

  /**
   * The whole file.
   *
   * @param startedAt written in UTC, without a zone, as the format has it
   */
  static byte[] of(String name, Instant startedAt, List<TestSuite> suites) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      attribute(xml, "name", name);
      attribute(xml, "tests", suites.stream().mapToInt(suite -> suite.cases().size()).sum());
      attribute(xml, "failures", suites.stream().mapToLong(suite -> suite.count("failure")).sum());
      attribute(xml, "errors", suites.stream().mapToLong(suite -> suite.count("error")).sum());
      attribute(xml, "time", seconds(suites.stream().mapToDouble(TestSuite::seconds).sum()));
      for (TestSuite suite : suites) suite(xml, suite, LOCAL.format(startedAt));
      close(xml, 0);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document in memory could not be written", e);
    }
    return bytes.toByteArray();
  }

  private static void suite(XMLStreamWriter xml, TestSuite suite, String startedAt)
      throws XMLStreamException {
    indent(xml, 1);
    xml.writeStartElement("testsuite");
    attribute(xml, "name", suite.name());
    attribute(xml, "tests", suite.cases().size());
    attribute(xml, "failures", suite.count("failure"));
    attribute(xml, "errors", suite.count("error"));
    attribute(xml, "skipped", suite.count("skipped"));
    attribute(xml, "time", seconds(suite.seconds()));
    attribute(xml, "timestamp", startedAt);
    if (!suite.properties().isEmpty()) properties(xml, suite.properties());
    for (TestCase each : suite.cases()) testCase(xml, each);
    close(xml, 1);
  }

  private static void properties(XMLStreamWriter xml, Map<String, String> properties)
      throws XMLStreamException {
    indent(xml, 2);
    xml.writeStartElement("properties");
    for (Map.Entry<String, String> each : properties.entrySet()) {
      indent(xml, 3);
      xml.writeEmptyElement("property");
      attribute(xml, "name", each.getKey());
      attribute(xml, "value", each.getValue());
    }
    close(xml, 2);
  }

  private static void testCase(XMLStreamWriter xml, TestCase each) throws XMLStreamException {
    indent(xml, 2);
    Outcome outcome = each.outcome();
    boolean isEmpty = outcome.element().isEmpty();
    if (isEmpty) xml.writeEmptyElement("testcase");
    else xml.writeStartElement("testcase");
    attribute(xml, "classname", each.className());
    attribute(xml, "name", each.name());
    attribute(xml, "time", seconds(each.seconds()));
    if (isEmpty) return;
    indent(xml, 3);
    xml.writeStartElement(outcome.element());
    if (!outcome.type().isEmpty()) attribute(xml, "type", outcome.type());
    if (!outcome.message().isEmpty()) attribute(xml, "message", outcome.message());
    text(xml, outcome.text());
    xml.writeEndElement();
    close(xml, 2);
  }

  private static void close(XMLStreamWriter xml, int depth) throws XMLStreamException {
    indent(xml, depth);
    xml.writeEndElement();
  }

  private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static void attribute(XMLStreamWriter xml, String name, Object value)
      throws XMLStreamException {
    xml.writeAttribute(name, XmlText.legal(String.valueOf(value)));
  }

  private static void text(XMLStreamWriter xml, String text) throws XMLStreamException {
    xml.writeCharacters(XmlText.legal(text));
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }
}
