package org.bindbench.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bindbench.reliability.TestReports.Result;
import org.bindbench.reliability.TestReports.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of faults, the tests that inject them, and the document that shows both. */
class ReliabilityTest {
  private static final Path DOCUMENT = Path.of("docs/reliability.md");

  @TempDir Path folder;

  static List<Fault> faults() {
    return Fault.all();
  }

  @Test
  void everyFaultOfTheProcessesTheFilesAndTheMachineIsListed() {
    assertThat(faults())
        .extracting(Fault::number)
        .isSorted()
        .doesNotHaveDuplicates()
        .containsAll(
            IntStream.concat(IntStream.rangeClosed(1, 19), IntStream.of(24, 26, 27, 29, 31))
                .boxed()
                .toList());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aTestInjectsTheFault(Fault fault) {
    assertThat(TaggedTests.of(fault.tag())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theDocumentShowsTheFaultAsItIsListed(Fault fault) throws Exception {
    assertThat(Files.readString(DOCUMENT)).containsOnlyOnce("\n" + fault.row());
  }

  @Test
  void aTagThatNobodyCarriesHasNoTests() {
    assertThat(TaggedTests.of("fault-0")).isEmpty();
  }

  @Test
  void resultsAreReadWithTheReasonOfWhatWasSkipped() throws Exception {
    Path reports = Files.createDirectories(folder.resolve("some-reports"));
    Files.writeString(
        reports.resolve("TEST-a.xml"),
        """
        <testsuite><testcase name="one(String)[1]" classname="a.B"/>
        <testcase name="two" classname="a.B"><skipped message="Assumption failed: no cc"/></testcase>
        <testcase name="three" classname="a.B"><failure/></testcase></testsuite>""");
    assertThat(TestReports.read(folder))
        .containsExactly(
            new Result(new TaggedTests.Test("a.B", "one"), Status.PASSED, ""),
            new Result(new TaggedTests.Test("a.B", "two"), Status.SKIPPED, "no cc"),
            new Result(new TaggedTests.Test("a.B", "three"), Status.FAILED, ""));
  }

  @Test
  void aRowSaysWhatPassedAndWhyARestWasSkipped() {
    TaggedTests.Test test = new TaggedTests.Test("a.B", "two");
    String row =
        ReliabilityDocument.row(
            new Fault(99, "fault", "so", "that"),
            Stream.of(
                    new Result(test, Status.PASSED, ""), new Result(test, Status.SKIPPED, "no cc"))
                .toList());
    assertThat(row).isEqualTo("| 99 | fault | so | that | 1 passed; two skipped: no cc | `B` |");
  }

  @Test
  void theTableReplacesWhatStandsBetweenTheMarks() {
    String before = "a\n" + ReliabilityDocument.BEGIN + "\nold\n" + ReliabilityDocument.END + "\nb";
    assertThat(ReliabilityDocument.replaced(before, "new\n"))
        .isEqualTo(before.replace("old", "new"));
    assertThatThrownBy(() -> ReliabilityDocument.replaced("a", "new"))
        .isInstanceOf(IllegalStateException.class);
  }
}
