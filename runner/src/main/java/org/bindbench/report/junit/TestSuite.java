package org.bindbench.report.junit;

import java.util.List;
import java.util.Map;

/**
 * A test suite of the file.
 *
 * @param properties figures by name, in their order
 */
record TestSuite(String name, Map<String, String> properties, List<TestCase> cases) {
  TestSuite {
    cases = List.copyOf(cases);
  }

  long count(String element) {
    return cases.stream().filter(each -> each.outcome().is(element)).count();
  }

  double seconds() {
    return cases.stream().mapToDouble(TestCase::seconds).sum();
  }
}
