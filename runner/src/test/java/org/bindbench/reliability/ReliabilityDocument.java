package org.bindbench.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bindbench.reliability.TestReports.Result;
import org.bindbench.reliability.TestReports.Status;

/** Writes the table of {@code docs/reliability.md}: what was injected and what happened. */
public final class ReliabilityDocument {
  static final String BEGIN = "<!-- faults: begin -->";
  static final String END = "<!-- faults: end -->";

  private static final String HEAD =
      "| # | fault | injected by | expected | happened | tests |\n"
          + "| ---: | --- | --- | --- | --- | --- |\n";

  private ReliabilityDocument() {}

  /**
   * Takes the document and the folder with the test reports.
   *
   * @throws IllegalStateException where a fault has no test that ran and passed, or one that failed
   */
  public static void main(String[] arguments) throws Exception {
    Path document = Path.of(arguments[0]);
    List<Result> results = TestReports.read(Path.of(arguments[1]));
    StringBuilder table = new StringBuilder(HEAD);
    List<String> open = new ArrayList<>();
    for (Fault fault : Fault.all()) {
      Set<TaggedTests.Test> tests = TaggedTests.of(fault.tag());
      List<Result> ofFault =
          results.stream().filter(result -> tests.contains(result.test())).toList();
      table.append(row(fault, ofFault)).append('\n');
      if (count(ofFault, Status.PASSED) == 0 || count(ofFault, Status.FAILED) > 0)
        open.add(fault.tag());
    }
    Files.writeString(document, replaced(Files.readString(document), table.toString()));
    if (!open.isEmpty())
      throw new IllegalStateException("no test passed, or one failed, for " + open);
  }

  /** The document with another table between its marks. */
  static String replaced(String document, String table) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0 || end < begin)
      throw new IllegalStateException("the document has no " + BEGIN + " … " + END);
    return document.substring(0, begin) + BEGIN + "\n" + table + document.substring(end);
  }

  /** A fault and what its tests came to. */
  static String row(Fault fault, List<Result> results) {
    String classes =
        results.stream()
            .map(result -> "`" + result.test().simpleClassName() + "`")
            .distinct()
            .sorted()
            .collect(Collectors.joining(" "));
    return fault.row() + " " + happened(results) + " | " + classes + " |";
  }

  private static String happened(List<Result> results) {
    List<String> parts = new ArrayList<>();
    parts.add(count(results, Status.PASSED) + " passed");
    long failed = count(results, Status.FAILED);
    if (failed > 0) parts.add("**" + failed + " failed**");
    results.stream()
        .filter(result -> result.status() == Status.SKIPPED)
        .map(result -> result.test().method() + " skipped: " + result.reason().replace("|", "\\|"))
        .distinct()
        .forEach(parts::add);
    return String.join("; ", parts);
  }

  private static long count(List<Result> results, Status status) {
    return results.stream().filter(result -> result.status() == status).count();
  }
}
