package org.bindbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bindbench.binding.Libraries;
import org.bindbench.model.CaseDeclaration;
import org.bindbench.model.CaseId;
import org.bindbench.model.metric.LeakMetrics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The suite {@code memory_leaks} in both languages. */
@Tag("engine")
class LeakCasesTest {
  private static final Path BUNDLE = Path.of("runner/target/classes/bundle").toAbsolutePath();
  private static final Path DOCUMENT = Path.of("docs/memory_leaks.md");

  /** What only one language has; the document says so too. */
  private static final String OF_PYTHON_ALONE = "threads";

  private final List<CaseDeclaration> python = declared("graalpy-interpreter", "py");
  private final List<CaseDeclaration> lua = declared("luaj", "lua");

  @Test
  void bothLanguagesDeclareTheSameCasesBesidesThreads() {
    Map<String, List<Object>> ofPython = shared(python);
    assertThat(ofPython).containsKey(OF_PYTHON_ALONE);
    ofPython.remove(OF_PYTHON_ALONE);
    assertThat(ofPython).isNotEmpty().isEqualTo(shared(lua));
  }

  @Test
  void everyCaseAsksAQuestionAndIsInTheDocument() throws Exception {
    String document = Files.readString(DOCUMENT);
    for (List<CaseDeclaration> suite : List.of(python, lua))
      assertThat(suite)
          .isNotEmpty()
          .allSatisfy(
              each -> {
                assertThat(each.protocol()).isEqualTo(LeakMetrics.PROTOCOL);
                assertThat(each.question()).as(each.name()).endsWith("?");
                assertThat(document).contains("| `" + each.name() + "` |");
              });
  }

  private static Map<String, List<Object>> shared(List<CaseDeclaration> suite) {
    Map<String, List<Object>> rows = new TreeMap<>();
    for (CaseDeclaration each : suite)
      for (CaseId id : each.ids())
        rows.put(
            id.shortName(),
            List.of(each.unit(), each.tags(), each.library(), each.leastAllocation()));
    return rows;
  }

  private static List<CaseDeclaration> declared(String engine, String extension) {
    OutputStream none = OutputStream.nullOutputStream();
    Engine opener =
        EngineContractTest.engines()
            .filter(each -> each.profile().id().equals(engine))
            .findFirst()
            .orElseThrow();
    try (Guest guest =
        opener.open(
            new GuestSetup(
                BUNDLE,
                Libraries.from(LeakCasesTest.class.getClassLoader()),
                opener.bindingStyles().get(0),
                new FixedMemory(),
                none,
                none))) {
      Path folder = BUNDLE.resolve(opener.profile().language().id());
      return guest.load(folder.resolve("memory_leaks." + extension));
    }
  }
}
