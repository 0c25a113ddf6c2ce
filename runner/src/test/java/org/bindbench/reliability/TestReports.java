package org.bindbench.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What became of each test, from the reports that the build leaves behind. */
final class TestReports {
  private TestReports() {}

  /** How a test ended. */
  enum Status {
    PASSED,
    SKIPPED,
    FAILED
  }

  /**
   * One run of a test; a parameterised one has several.
   *
   * @param reason why it was skipped, else empty
   */
  record Result(TaggedTests.Test test, Status status, String reason) {}

  /** Every result below a folder such as {@code runner/target}. */
  static List<Result> read(Path target)
      throws IOException, ParserConfigurationException, SAXException {
    List<Path> files;
    try (Stream<Path> found = Files.find(target, 2, (file, facts) -> isReport(file))) {
      files = found.sorted().toList();
    }
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    List<Result> results = new ArrayList<>();
    for (Path file : files) {
      NodeList cases =
          factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
      for (int i = 0; i < cases.getLength(); i++) results.add(result((Element) cases.item(i)));
    }
    return results;
  }

  private static boolean isReport(Path file) {
    return file.getParent().toString().endsWith("-reports")
        && file.getFileName().toString().matches("TEST-.*\\.xml");
  }

  private static Result result(Element testcase) {
    String method = testcase.getAttribute("name").replaceFirst("[(\\[{].*", "").strip();
    TaggedTests.Test test = new TaggedTests.Test(testcase.getAttribute("classname"), method);
    if (first(testcase, "failure").or(() -> first(testcase, "error")).isPresent())
      return new Result(test, Status.FAILED, "");
    return first(testcase, "skipped")
        .map(
            skipped ->
                new Result(
                    test,
                    Status.SKIPPED,
                    skipped.getAttribute("message").replace("Assumption failed: ", "")))
        .orElseGet(() -> new Result(test, Status.PASSED, ""));
  }

  private static Optional<Element> first(Element testcase, String name) {
    return Optional.ofNullable((Element) testcase.getElementsByTagName(name).item(0));
  }
}
